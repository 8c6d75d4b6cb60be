import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { explain, Problem, sentence } from '../../../api/problem.ts';
import { createTeam, renameTeam } from '../../../api/teams.ts';
import type { Team } from '../../../api/types.ts';
import { TextField } from '../../../ui/field.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { showToast } from '../../../ui/toast-queue.ts';

interface NameDialogProps {
  title: string;
  name: string;
  confirmLabel: string;
  /** What is done with the name, and what then. */
  save: (name: string) => Promise<Team>;
  onSaved: (team: Team) => void;
  onClose: () => void;
}

function NameDialog({ title, name, confirmLabel, save, onSaved, onClose }: NameDialogProps) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const attempt = useMutation({
    mutationFn: () => save(wanted),
    onSuccess: async (team) => {
      onClose();
      onSaved(team);
      await queries.invalidateQueries({ queryKey: ['teams'] });
    },
  });
  const fault = attempt.error instanceof Problem ? attempt.error.faultAt('/name') : undefined;
  return (
    <FormDialog
      title={title}
      confirmLabel={confirmLabel}
      isReady={wanted !== '' && wanted !== name}
      isBusy={attempt.isPending}
      error={attempt.isError && fault === undefined ? explain(attempt.error) : undefined}
      onConfirm={() => attempt.mutate()}
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        autoFocus
        maxLength={100}
        autoComplete="off"
        value={typed}
        error={fault === undefined ? undefined : sentence(fault)}
        onChange={(event) => {
          setTyped(event.target.value);
          attempt.reset();
        }}
      />
    </FormDialog>
  );
}

export function NewTeamDialog({ onCreated, onClose }: { onCreated: (team: Team) => void; onClose: () => void }) {
  return <NameDialog title="New team" name="" confirmLabel="Create team" save={createTeam} onSaved={onCreated} onClose={onClose} />;
}

export function RenameTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  return (
    <NameDialog
      title={`Rename “${team.name}”`}
      name={team.name}
      confirmLabel="Rename"
      save={(name) => renameTeam(team.id, name)}
      onSaved={({ name }) => showToast({ text: `The team is called “${name}” now.`, tone: 'success' })}
      onClose={onClose}
    />
  );
}
