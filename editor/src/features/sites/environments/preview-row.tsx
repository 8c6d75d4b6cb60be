import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { closePreview } from '../../../api/environments.ts';
import { explain } from '../../../api/problem.ts';
import type { Environment } from '../../../api/types.ts';
import { canEdit, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Row } from '../../../ui/row-list.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { OpenSite } from '../open-site.tsx';

export function PreviewRow({ environment }: { environment: Environment }) {
  const user = useUser();
  const queries = useQueryClient();
  const { preview, name } = environment;
  const close = useMutation({
    mutationFn: closePreview,
    onSuccess: () => showToast({ text: `The preview ${name} is closed. Its branch stays.` }),
    onError: (error) => showToast({ text: `The preview is still open. ${explain(error)}`, tone: 'danger' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['environments'] }),
  });
  if (preview === null) return null;
  return (
    <Row
      title={name}
      detail={
        <>
          <OpenSite environment={environment} />
          <div>
            Until {momentText(preview.expiresAt)} · <Link to={`/${preview.pageId}/edit`}>Its page</Link>
          </div>
        </>
      }
      end={
        canEdit(user) && (
          <Button size="small" isBusy={close.isPending} aria-label={`Close the preview ${name}`} onClick={() => close.mutate(preview)}>
            Close
          </Button>
        )
      }
    />
  );
}
