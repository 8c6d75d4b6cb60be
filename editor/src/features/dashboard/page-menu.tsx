import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Ellipsis, ExternalLink, PencilLine, SquarePen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { deletePage, duplicatePage, restorePage } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { environmentsQuery } from '../../api/queries.ts';
import { publishedAddress } from '../../api/published-address.ts';
import type { PageSummary } from '../../api/types.ts';
import { canDelete, canEdit, useUser } from '../../api/use-credentials.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { RenameDialog } from './rename-dialog.tsx';

/** What can be done with a page without opening it. */
export function PageMenu({ page }: { page: PageSummary }) {
  const user = useUser();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isRenaming, setIsRenaming] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const environments = useQuery({ ...environmentsQuery(), enabled: page.publishedAt !== null });
  const published = page.publishedAt === null ? null : publishedAddress(environments.data, page.slug);
  const reload = () => queries.invalidateQueries({ queryKey: ['pages'] });

  const duplicate = useMutation({
    mutationFn: () => duplicatePage(page.id),
    onSuccess: (copy) => {
      showToast({ text: `“${copy.name}” was created.`, action: { label: 'Open', run: () => void navigate(`/${copy.id}/edit`) } });
      return reload();
    },
    onError: (error) => showToast({ text: `“${page.name}” was not duplicated. ${explain(error)}`, tone: 'danger' }),
  });
  const restore = useMutation({
    mutationFn: () => restorePage(page.id),
    onSuccess: reload,
    onError: (error) => showToast({ text: `“${page.name}” was not restored. ${explain(error)}`, tone: 'danger' }),
  });
  const remove = useMutation({
    mutationFn: () => deletePage(page.id),
    onSuccess: () => {
      setIsDeleting(false);
      showToast({ text: `“${page.name}” is in the trash.`, action: { label: 'Restore', run: () => restore.mutate() } });
      return reload();
    },
  });

  return (
    <>
      <Menu trigger={<IconButton size="small" label={`More about ${page.name}`} tooltip="More" icon={<Ellipsis size={17} />} />}>
        <MenuItem icon={<SquarePen size={16} />} onSelect={() => void navigate(`/${page.id}/edit`)}>
          Open
        </MenuItem>
        {published !== null && (
          <MenuItem icon={<ExternalLink size={16} />} onSelect={() => window.open(published, '_blank', 'noopener')}>
            View published page
          </MenuItem>
        )}
        {canEdit(user) && (
          <>
            <MenuItem icon={<PencilLine size={16} />} onSelect={() => setIsRenaming(true)}>
              Rename…
            </MenuItem>
            <MenuItem icon={<Copy size={16} />} isDisabled={duplicate.isPending} onSelect={() => duplicate.mutate()}>
              Duplicate
            </MenuItem>
          </>
        )}
        {canDelete(user) && (
          <>
            <MenuLine />
            <MenuItem icon={<Trash2 size={16} />} isDangerous onSelect={() => setIsDeleting(true)}>
              Delete…
            </MenuItem>
          </>
        )}
      </Menu>
      {isRenaming && <RenameDialog page={page} onClose={() => setIsRenaming(false)} />}
      <ConfirmDialog
        isOpen={isDeleting}
        onOpenChange={(isOpen) => {
          setIsDeleting(isOpen);
          remove.reset();
        }}
        title={`Delete “${page.name}”?`}
        description={
          page.status === 'published'
            ? 'The page goes offline at once, and into the trash, from which administrators can restore it.'
            : 'The page goes into the trash, from which administrators can restore it.'
        }
        confirmLabel="Delete page"
        isBusy={remove.isPending}
        error={remove.isError ? explain(remove.error) : undefined}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}
