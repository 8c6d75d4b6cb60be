import { useQuery } from '@tanstack/react-query';
import type { Audience, Visibility } from '../../api/components.ts';
import { teamsQuery } from '../../api/queries.ts';
import { isAdministrator, useUser } from '../../api/use-credentials.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

const choices: readonly { value: Visibility; label: string }[] = [
  { value: 'private', label: 'Only its owner' },
  { value: 'team', label: 'A team' },
  { value: 'organization', label: 'Everyone in the organisation' },
  { value: 'public', label: 'Other organisations of this installation too' },
];

/** Whether nothing is missing: which team, of what is for a team. */
export const isWhole = ({ visibility, teamId }: Audience): boolean => visibility !== 'team' || teamId !== undefined;

/** Who finds a component and may insert it. Administrators show components to other organisations. */
export function AudienceFields({ audience: { visibility, teamId }, onChange }: { audience: Audience; onChange: (audience: Audience) => void }) {
  const mayShowAll = isAdministrator(useUser());
  const teams = useQuery(teamsQuery()).data?.items ?? [];
  const offered = choices.filter(({ value }) => value === visibility || ((value !== 'public' || mayShowAll) && (value !== 'team' || teams.length > 0)));
  return (
    <>
      <Field label="Who finds it" help="Pages that have the component show it to everyone.">
        {(control) => <Select {...control} value={visibility} options={offered} onChange={(chosen) => onChange({ visibility: chosen })} />}
      </Field>
      {visibility === 'team' && (
        <Field label="Team">
          {(control) => (
            <Select
              {...control}
              value={teamId ?? ''}
              options={[...(teamId === undefined ? [{ value: '', label: 'Choose a team' }] : []), ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(chosen) => onChange({ visibility, teamId: chosen })}
            />
          )}
        </Field>
      )}
    </>
  );
}
