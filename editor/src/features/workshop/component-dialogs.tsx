import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { componentUsageQuery, deleteComponent, type WholeComponent } from '../../api/components.ts';
import { explain } from '../../api/problem.ts';
import { useUser } from '../../api/use-credentials.ts';
import { withMember } from '../../code/json-text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { type Part, partialOf, partialPart, withText } from './component-texts.ts';
import { TextDialog } from './text-dialog.tsx';
import { nameFault } from './starting-component.ts';
import { UsageDialog } from './usage-dialog.tsx';
import { type Draft, displayNameOf } from './use-draft.ts';
import { VersionsDialog } from './versions-dialog.tsx';
import { VisibilityDialog } from './visibility-dialog.tsx';
import { whyReadOnly } from './rights.ts';

export type DialogName = 'save' | 'usage' | 'versions' | 'visibility' | 'rename' | 'partial' | 'remove-partial' | 'discard' | 'delete';

interface ComponentDialogsProps {
  name: string;
  component: WholeComponent | null;
  draft: Draft;
  part: Part;
  dialog: DialogName | null;
  onPart: (part: Part) => void;
  onDialog: (dialog: DialogName | null) => void;
}

/** What the bar's buttons and menu open, but for saving. */
export function ComponentDialogs({ name, component, draft, part, dialog, onPart, onDialog }: ComponentDialogsProps) {
  const user = useUser();
  const navigate = useNavigate();
  const close = () => onDialog(null);
  const { texts, setTexts } = draft;
  switch (dialog) {
    case 'usage':
      return <UsageDialog name={name} onClose={close} />;
    case 'versions':
      return <VersionsDialog name={name} texts={texts} base={draft.base} isReadOnly={whyReadOnly(component, user) !== null} onTake={setTexts} onClose={close} />;
    case 'visibility':
      return component === null ? null : <VisibilityDialog component={component} onClose={close} />;
    case 'rename':
      return (
        <TextDialog
          title="Change the display name"
          description="It becomes part of the next version."
          label="Display name"
          initial={displayNameOf(texts, name)}
          confirmLabel="Change it"
          faultOf={(text) => (text.trim() === '' ? 'Say what people will look for.' : undefined)}
          onConfirm={(text) => {
            const definition = withMember(texts.definition, 'display_name', text.trim());
            if (definition === null) showToast({ text: 'The schema has errors: mend them first.', tone: 'danger' });
            else setTexts({ ...texts, definition });
          }}
          onClose={close}
        />
      );
    case 'partial':
      return (
        <TextDialog
          title="Add a partial"
          description='Markup that the template repeats, or that is worth a name. The template shows it with {% render "name" %}.'
          label="Name"
          initial=""
          confirmLabel="Add it"
          faultOf={(text) => nameFault(text, new Set(Object.keys(texts.partials)), 'partial')}
          onConfirm={(text) => {
            setTexts(withText(texts, partialPart(text), '<span>{{ text }}</span>\n'));
            onPart(partialPart(text));
          }}
          onClose={close}
        />
      );
    case 'remove-partial':
      return <RemovePartial draft={draft} partial={partialOf(part) ?? ''} onClose={close} />;
    case 'discard':
      return (
        <ConfirmDialog
          isOpen
          onOpenChange={close}
          title={component === null ? 'Discard this draft?' : 'Discard your changes?'}
          description={component === null ? 'The component was never saved: nothing of it remains.' : 'The component becomes what it is on the server. What you have written since is gone.'}
          confirmLabel="Discard"
          onConfirm={() => {
            draft.discard();
            close();
            if (component === null) void navigate('/?tab=components');
          }}
        />
      );
    case 'delete':
      return <DeleteDialog name={name} onClose={close} />;
    case 'save':
    case null:
      return null;
  }
}

function RemovePartial({ draft: { texts, setTexts }, partial, onClose }: { draft: Draft; partial: string; onClose: () => void }) {
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Remove the partial “${partial}”?`}
      description="Its text is gone then, unless an older version has it."
      confirmLabel="Remove"
      onConfirm={() => {
        setTexts({ ...texts, partials: Object.fromEntries(Object.entries(texts.partials).filter(([name]) => name !== partial)) });
        onClose();
      }}
    />
  );
}

function DeleteDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const usage = useQuery(componentUsageQuery(name));
  const pages = usage.data?.total ?? 0;
  const remove = useMutation({
    mutationFn: () => deleteComponent(name),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['components'] });
      showToast({ text: 'The component is deleted. It can be restored from the end of the component library.' });
      void navigate('/?tab=components');
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title="Delete this component?"
      description={`It is offered no more. ${pages === 0 ? 'No page has it.' : `${pages === 1 ? 'One page has it and goes' : `${String(pages)} pages have it and go`} on to show it.`} It can be restored.`}
      confirmLabel="Delete component"
      isBusy={remove.isPending || usage.isPending}
      error={remove.isError ? explain(remove.error) : undefined}
      onConfirm={() => remove.mutate()}
    />
  );
}
