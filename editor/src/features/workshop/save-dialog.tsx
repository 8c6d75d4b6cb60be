import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { componentQuery, createComponent, foretellUpgrade, saveComponentVersion, type Visibility, type WholeComponent } from '../../api/components.ts';
import { explain, Problem as Refusal } from '../../api/problem.ts';
import { teamsQuery } from '../../api/queries.ts';
import { isAdministrator, useUser } from '../../api/use-credentials.ts';
import { withMember } from '../../code/json-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AudienceFields } from './audience-fields.tsx';
import { bodyOf, type ComponentTexts, definitionIn } from './component-texts.ts';
import { isGreater, proposedVersion, type Step, versionAfter } from './next-version.ts';
import { hasErrors, type Problem } from './problems.ts';
import { Consequences } from './consequences.tsx';
import type { Draft } from './use-draft.ts';
import styles from './dialogs.module.css';

interface SaveDialogProps {
  name: string;
  draft: Draft;
  problems: readonly Problem[];
  onSaved: (component: WholeComponent, sent: ComponentTexts) => void;
  onClose: () => void;
}

const stepNames: Record<Step, string> = { patch: 'Patch', minor: 'Minor', major: 'Major' };

/** Makes the component, or a new version of it. */
export function SaveDialog({ name, draft, problems, onSaved, onClose }: SaveDialogProps) {
  const queries = useQueryClient();
  const form = useId();
  const user = useUser();
  const { texts, base, saved } = draft;
  const before = saved === null ? null : definitionIn(saved);
  const after = definitionIn(texts);
  const proposal = before !== null && after !== null ? proposedVersion(before, after) : null;
  // Who has written a greater version into the schema means it.
  const written = base !== null && isGreater(after?.version ?? '', base) ? (after?.version ?? null) : null;
  const [step, setStep] = useState<Step | null>(null);
  const version = base === null ? null : step === null ? (written ?? proposal?.version ?? versionAfter(base, 'patch')) : versionAfter(base, step);
  const [visibility, setVisibility] = useState<Visibility>('organization');
  const [teamId, setTeamId] = useState('');
  const teams = useQuery({ ...teamsQuery(), enabled: base === null });
  const isFaulty = hasErrors(problems);

  const versioned = (): ComponentTexts => {
    const definition = version === null ? null : withMember(texts.definition, 'version', version);
    return definition === null ? texts : { ...texts, definition };
  };
  const save = useMutation({
    mutationFn: (whole: ComponentTexts) => {
      draft.setTexts(whole);
      return base === null
        ? createComponent(bodyOf(whole), visibility === 'team' ? { visibility, teamId } : { visibility })
        : saveComponentVersion(name, bodyOf(whole), base);
    },
    onSuccess: onSaved,
    // Somebody else was faster: what they have made is shown beside this.
    onError: (error) => {
      if (error instanceof Refusal && error.status === 409) void queries.invalidateQueries({ queryKey: componentQuery(name).queryKey });
    },
  });
  const foretold = useQuery({
    queryKey: ['component-foretold', name, version, texts],
    queryFn: ({ signal }) => foretellUpgrade(name, bodyOf(versioned()), signal),
    enabled: base !== null && !isFaulty && save.isIdle,
    gcTime: 0,
    retry: false,
  });
  const isTeamMissing = visibility === 'team' && teamId === '' && base === null;

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={base === null ? 'Create component' : 'Save a new version'}
      description={base === null ? 'It is checked once more and offered in every editor at once.' : 'Open pages get it at once, others as they are next opened. What is published stays as it is until it is published again.'}
      isDismissible={!save.isPending}
      actions={
        <>
          <Button onClick={onClose} disabled={save.isPending}>
            Cancel
          </Button>
          <Button type="submit" form={form} tone="primary" isBusy={save.isPending} disabled={isFaulty || isTeamMissing}>
            {version === null ? 'Create component' : `Save version ${version}`}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending && !isFaulty && !isTeamMissing) save.mutate(versioned());
        }}
      >
        {isFaulty && <Notice tone="warning">There are errors. They are listed below the source: mend them first.</Notice>}
        {version !== null && base !== null && (
          <div className={styles.version}>
            <p>
              From {base} to <strong>{version}</strong>
            </p>
            <Segmented<Step | 'written'>
              label="What kind of change this is"
              value={step ?? (written === null ? (proposal?.step ?? 'patch') : 'written')}
              onChange={(chosen) => setStep(chosen === 'written' ? null : chosen)}
              options={(['patch', 'minor', 'major'] as const).map((value) => ({ value, label: stepNames[value], tooltip: versionAfter(base, value) }))}
            />
            <ul className={styles.reasons}>
              {written !== null && step === null && <li>The schema says so.</li>}
              {proposal?.reasons.map((reason) => <li key={reason}>{reason}</li>)}
            </ul>
          </div>
        )}
        {base === null ? (
          <AudienceFields visibility={visibility} teamId={teamId} teams={teams.data?.items ?? []} mayShowAll={isAdministrator(user)} onVisibility={setVisibility} onTeam={setTeamId} />
        ) : (
          !isFaulty && <Consequences upgrade={foretold.data} isLoading={foretold.isPending} error={foretold.error} />
        )}
        {save.isError && <Notice tone="danger">{explain(save.error)}</Notice>}
      </form>
    </Dialog>
  );
}
