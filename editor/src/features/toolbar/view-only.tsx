import { useQuery } from '@tanstack/react-query';
import { permissionsQuery } from '../../api/queries.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { useEditorState, useSession } from '../../session/react.ts';
import { ViewOnlyBadge } from '../../ui/view-only.tsx';

/** Says that nothing can be changed here, once that is known, and where what became of one's changes does not say it. */
export function ViewOnly() {
  const isShown = useEditorState(({ status, saveState }) => status === 'ready' && saveState.kind !== 'view-only');
  if (!isShown) return null;
  return (
    <span role="status">
      <ViewOnlyBadge>
        You may look at this page, not change it. <Reason />
      </ViewOnlyBadge>
    </span>
  );
}

// Read when somebody asks: who may edit the page but not this branch of it stands before a protection.
function Reason() {
  const user = useUser();
  const { pageId } = useSession();
  const { data } = useQuery(permissionsQuery(pageId, String(false)));
  const organization = user.organization.name;
  if (data?.page === undefined) return null;
  if (data.page.edit) return `It is protected, so that only administrators change it. Ask an administrator of ${organization} to change it, or to end its protection.`;
  const why = canEdit(user) ? 'Only some people edit it, and you are not among them.' : 'Your role is for viewing.';
  return `${why} Ask its owner, or an administrator of ${organization}, to share it with you for editing.`;
}
