import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useId, useState } from 'react';
import { createTemplate } from '../../api/library.ts';
import { explain, Problem, sentence } from '../../api/problem.ts';
import { templateFacetsQuery } from '../../api/queries.ts';
import type { Page } from '../../api/types.ts';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { useSession } from '../../session/react.ts';
import { whenSaved } from '../../session/when-saved.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import styles from './save-as-template.module.css';
import { tagsFrom } from './tags-from.ts';

/** Makes the page, as it is now, a template for everybody in the organisation. */
export function SaveAsTemplate({ page }: { page: Page }) {
  const user = useUser();
  const [isOpen, setIsOpen] = useState(false);
  if (!canEdit(user)) return null;
  return (
    <>
      <IconButton label="Save as template" icon={<LayoutTemplate size={17} />} className={styles.button} onClick={() => setIsOpen(true)} />
      {isOpen && <SaveAsTemplateDialog page={page} onClose={() => setIsOpen(false)} />}
    </>
  );
}

export function SaveAsTemplateDialog({ page, onClose }: { page: Page; onClose: () => void }) {
  const session = useSession();
  const queries = useQueryClient();
  const categories = useId();
  const facets = useQuery(templateFacetsQuery());
  const [displayName, setDisplayName] = useState(page.name);
  const [description, setDescription] = useState(page.description);
  const [category, setCategory] = useState('');
  const [tags, setTags] = useState('');
  const save = useMutation({
    mutationFn: async () => {
      await whenSaved(session);
      return createTemplate({
        displayName: displayName.trim(),
        description: description.trim(),
        category: category.trim(),
        tags: tagsFrom(tags),
        pageId: page.id,
      });
    },
    onSuccess: (template) => {
      void queries.invalidateQueries({ queryKey: ['templates'] });
      showToast({ text: `“${template.displayName}” is a template now. New pages can start with it.` });
      onClose();
    },
  });
  const problem = save.error instanceof Problem ? save.error : null;
  const faultAt = (path: string) => {
    const fault = problem?.faultAt(path);
    return fault === undefined ? undefined : sentence(fault);
  };
  const isExplained = ['/displayName', '/description', '/category', '/tags'].some((path) => faultAt(path) !== undefined);
  return (
    <FormDialog
      title="Save as template"
      description="Everybody in your organisation can start a page with a copy of this one. The page itself stays as it is."
      confirmLabel="Save template"
      isBusy={save.isPending}
      isReady={displayName.trim() !== ''}
      error={save.isError && !isExplained ? explain(save.error) : undefined}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus autoComplete="off" maxLength={255} value={displayName} error={faultAt('/displayName')} onChange={(event) => setDisplayName(event.target.value)} />
      <TextArea
        label="Description"
        isOptional
        rows={2}
        maxLength={2000}
        value={description}
        error={faultAt('/description')}
        help="What the page is for, in a sentence."
        onChange={(event) => setDescription(event.target.value)}
      />
      <TextField
        label="Category"
        isOptional
        list={categories}
        autoComplete="off"
        maxLength={60}
        value={category}
        error={faultAt('/category')}
        onChange={(event) => setCategory(event.target.value)}
      />
      <datalist id={categories}>
        {facets.data?.categories.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField
        label="Tags"
        isOptional
        autoComplete="off"
        value={tags}
        error={faultAt('/tags')}
        help="Words that people look for, with commas between them."
        onChange={(event) => setTags(event.target.value)}
      />
    </FormDialog>
  );
}
