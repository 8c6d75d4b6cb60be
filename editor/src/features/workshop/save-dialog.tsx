import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Audience, componentQuery, createComponent, foretellUpgrade, saveComponentVersion, type WholeComponent } from '../../api/components.ts';
import { explain, Problem as Refusal } from '../../api/problem.ts';
import { withMember } from '../../code/json-text.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { AudienceFields, isWhole } from './audience-fields.tsx';
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
  const { texts, base, saved } = draft;
  const before = saved === null ? null : definitionIn(saved);
  const after = definitionIn(texts);
  const proposal = before !== null && after !== null ? proposedVersion(before, after) : null;
  // Who has written a greater version into the schema means it.
  const written = base !== null && isGreater(after?.version ?? '', base) ? (after?.version ?? null) : null;
  const [step, setStep] = useState<Step | null>(null);
  const version = base === null ? null : step === null ? (written ?? proposal?.version ?? versionAfter(base, 'patch')) : versionAfter(base, step);
  const [audience, setAudience] = useState<Audience>({ visibility: 'organization' });
  const isFaulty = hasErrors(problems);

  const versioned = (): ComponentTexts => {
    const definition = version === null ? null : withMember(texts.definition, 'version', version);
    return definition === null ? texts : { ...texts, definition };
  };
  const save = useMutation({
    mutationFn: (whole: ComponentTexts) => {
      draft.setTexts(whole);
      return base === null ? createComponent(bodyOf(whole), audience) : saveComponentVersion(name, bodyOf(whole), base);
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

  return (
    <FormDialog
      title={base === null ? 'Create component' : 'Save a new version'}
      description={base === null ? 'It is checked once more and offered in every editor at once.' : 'Open pages get it at once, others as they are next opened. What is published stays as it is until it is published again.'}
      confirmLabel={version === null ? 'Create component' : `Save version ${version}`}
      isBusy={save.isPending}
      isReady={!isFaulty && isWhole(audience)}
      error={save.isError ? explain(save.error) : undefined}
      onConfirm={() => save.mutate(versioned())}
      onClose={onClose}
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
        <AudienceFields audience={audience} onChange={setAudience} />
      ) : (
        !isFaulty && <Consequences upgrade={foretold.data} isLoading={foretold.isPending} error={foretold.error} />
      )}
    </FormDialog>
  );
}
