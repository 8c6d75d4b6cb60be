import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importResolver } from '../../api/design-tokens.ts';
import { explain } from '../../api/problem.ts';
import { isAdministrator, useUser } from '../../api/use-credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-queue.ts';
import { ChangeList } from './change-list.tsx';
import styles from './dialogs.module.css';
import { forgetDesign } from '../../previews/forget-design.ts';
import { faultsOf, faultText } from './tokens/faults.ts';
import { largestFile, readImport, type Import } from './tokens/import-file.ts';
import { useDesign, useView } from './use-design.ts';

/** Takes files with design tokens: a document becomes the draft, what a resolver document makes is published at once. */
export function ImportTokens({ onClose }: { onClose: () => void }) {
  const user = useUser();
  const queries = useQueryClient();
  const { draft } = useDesign();
  const view = useView();
  const [chosen, setChosen] = useState<Import | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);

  const take = useMutation({
    mutationFn: async (file: Exclude<Import, { kind: 'fault' }>): Promise<readonly string[]> => {
      if (file.kind === 'resolver') {
        await draft.publishing(() => importResolver(file.resolver, file.files));
        await forgetDesign(queries);
        return [];
      }
      return (await draft.attempt(file.tokens)).map(faultText);
    },
    onSuccess: (found, file) => {
      setFaults(found);
      if (found.length > 0) return;
      showToast({ text: file.kind === 'resolver' ? 'The tokens were imported and published.' : 'The file is your draft now. Publish it when it is right.', tone: 'success' });
      onClose();
    },
    onError: (error) => setFaults(faultsOf(error)?.map(({ message }) => message) ?? [explain(error)]),
  });

  const choose = async (files: FileList | null): Promise<void> => {
    setFaults([]);
    setChosen(null);
    if (!files || files.length === 0) return;
    const read = await Promise.all([...files].map(async (file) => ({ name: file.name, text: file.size > largestFile ? ' '.repeat(largestFile + 1) : await file.text() })));
    const found = readImport(read);
    setChosen(found);
    if (found.kind === 'fault') setFaults([found.message]);
  };

  const isForbidden = chosen?.kind === 'resolver' && !isAdministrator(user);
  const isReady = chosen !== null && chosen.kind !== 'fault' && !isForbidden;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="medium"
      title="Import design tokens"
      isDismissible={!take.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={take.isPending}>
            Cancel
          </Button>
          <Button tone="primary" disabled={!isReady} isBusy={take.isPending} onClick={() => chosen !== null && chosen.kind !== 'fault' && take.mutate(chosen)}>
            {chosen?.kind === 'resolver' ? 'Import and publish' : 'Import as draft'}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <Field label="Files" help="A JSON file in the format of the Design Tokens Community Group, or a resolver document together with the files that it refers to.">
          {(control) => <input {...control} type="file" multiple accept=".json,.tokens,application/json" className={styles.file} onChange={(event) => void choose(event.target.files)} />}
        </Field>
        {faults.length > 0 && (
          <Notice tone="danger">
            <ul className={styles.faults}>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Notice>
        )}
        {chosen?.kind === 'tokens' && faults.length === 0 && <ChangeList before={view.document} after={chosen.tokens} label="What the file changes" />}
        {chosen?.kind === 'resolver' && (
          <Notice tone={isForbidden ? 'warning' : 'neutral'}>
            {isForbidden
              ? 'This is a resolver document. What it makes is published at once, which is for administrators.'
              : 'This is a resolver document. What it makes is published at once as a new version; your draft stays.'}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
