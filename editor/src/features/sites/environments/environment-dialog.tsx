import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createEnvironment, type EnvironmentAccess, updateEnvironment } from '../../../api/environments.ts';
import { explain, Problem, sentence } from '../../../api/problem.ts';
import type { Environment } from '../../../api/types.ts';
import { Field, TextField } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { NewPasswordField, shortestPassword } from '../../../ui/new-password-field.tsx';
import { Select } from '../../../ui/select.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { accessHelp, accessWords } from './access-words.ts';
import { changesIn, draftOf, type EnvironmentDraft, newDraft, rowOfHost } from './environment-draft.ts';
import { HostNames } from './host-names.tsx';

const accesses: readonly EnvironmentAccess[] = ['public', 'password', 'members'];

interface EnvironmentDialogProps {
  /** As it is now, also while it is edited; null: a new one. */
  environment: Environment | null;
  onClose: () => void;
}

/** Makes an environment, or changes what it is called, where it is reached, and who may see it. */
export function EnvironmentDialog({ environment, onClose }: EnvironmentDialogProps) {
  const queries = useQueryClient();
  const [opened] = useState(environment);
  const before = opened === null ? newDraft : draftOf(opened);
  const [draft, setDraft] = useState<EnvironmentDraft>(before);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const change = (part: Partial<EnvironmentDraft>) => setDraft({ ...draft, ...part });
  const save = useMutation({
    mutationFn: () => {
      const changes = changesIn(before, draft);
      return opened === null ? createEnvironment({ ...changes, name: changes.name ?? '' }) : updateEnvironment(opened.id, changes);
    },
    onSuccess: async ({ name }) => {
      onClose();
      showToast({ text: opened === null ? `${name} is there: pages can be published to it.` : `${name} is saved.`, tone: 'success' });
      await queries.invalidateQueries({ queryKey: ['environments'] });
    },
  });
  const problem = save.error instanceof Problem ? save.error : undefined;
  const faultAt = (path: string) => {
    const fault = problem?.faultAt(path);
    return fault === undefined ? undefined : sentence(fault);
  };
  const hostFaults = new Map(
    (problem?.faults ?? []).flatMap(({ path, message }) => (path.startsWith('/hosts/') ? [[rowOfHost(draft, Number(path.slice('/hosts/'.length))), sentence(message)] as const] : [])),
  );
  const areAllAtTheirFields = problem !== undefined && problem.faults.length > 0 && problem.faults.every(({ path }) => /^\/(name|baseUrl|password|hosts\/\d+)$/.test(path));
  // A password that there is stays unless a new one is given.
  const hasPassword = opened?.hasPassword === true && draft.access === 'password';
  const isPasswordMissing = draft.access === 'password' && draft.password.length < shortestPassword && !(hasPassword && draft.password === '');
  return (
    <FormDialog
      size="medium"
      title={opened === null ? 'New environment' : `Edit ${opened.name}`}
      description={opened === null ? 'A site of its own, to which pages can be published: for a rehearsal, for a customer, for another brand.' : undefined}
      confirmLabel={opened === null ? 'Create environment' : 'Save'}
      isBusy={save.isPending}
      isReady={draft.name.trim() !== ''}
      error={save.isError && !areAllAtTheirFields ? explain(save.error) : undefined}
      onConfirm={() => {
        setWasSubmitted(true);
        if (!isPasswordMissing) save.mutate();
      }}
      onClose={onClose}
    >
      {opened !== null && environment !== null && environment.updatedAt !== opened.updatedAt && !save.isPending && (
        <Notice tone="warning">Somebody else changed this environment meanwhile. What you do not change here stays as they left it.</Notice>
      )}
      {opened !== null && environment === null && <Notice tone="danger">Somebody else deleted this environment meanwhile.</Notice>}
      <TextField label="Name" autoFocus required maxLength={100} autoComplete="off" value={draft.name} error={faultAt('/name')} onChange={(event) => change({ name: event.target.value })} />
      <HostNames hosts={draft.hosts} onChange={(hosts) => change({ hosts })} faultAt={(row) => hostFaults.get(row)} />
      <TextField
        label="Address that links begin with"
        isOptional
        type="url"
        autoComplete="off"
        maxLength={500}
        placeholder="https://www.example.org"
        help="Leave it empty, and it follows from the first host name, or from the address that all environments share."
        value={draft.baseUrl}
        error={faultAt('/baseUrl')}
        onChange={(event) => change({ baseUrl: event.target.value })}
      />
      <Field label="Who may see it" help={accessHelp[draft.access]}>
        {({ id, 'aria-describedby': describedBy }) => (
          <Select id={id} aria-describedby={describedBy} value={draft.access} options={accesses.map((value) => ({ value, label: accessWords[value] }))} onChange={(access) => change({ access })} />
        )}
      </Field>
      {draft.access === 'password' && (
        <>
          <NewPasswordField
            label={hasPassword ? 'New password' : 'Password'}
            value={draft.password}
            wasSubmitted={wasSubmitted && isPasswordMissing}
            error={faultAt('/password')}
            onChange={(password) => change({ password })}
          />
          {hasPassword && <Notice>It has a password, which nobody is shown. Leave this empty to keep it; a new one ends the visits of those who knew the old one.</Notice>}
        </>
      )}
      {opened !== null && draft.access !== opened.access && <Notice>Whoever is on the site now has to get in anew once you save.</Notice>}
    </FormDialog>
  );
}
