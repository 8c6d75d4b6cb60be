import type { Visibility } from '../../api/components.ts';
import type { Team } from '../../api/types.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

const choices: readonly { value: Visibility; label: string }[] = [
  { value: 'private', label: 'Only its owner' },
  { value: 'team', label: 'A team' },
  { value: 'organization', label: 'Everyone in the organisation' },
  { value: 'public', label: 'Other organisations of this installation too' },
];

interface AudienceFieldsProps {
  visibility: Visibility;
  teamId: string;
  teams: readonly Team[];
  /** Administrators show components to other organisations. */
  mayShowAll: boolean;
  onVisibility: (visibility: Visibility) => void;
  onTeam: (id: string) => void;
}

/** Who finds a component and may insert it. */
export function AudienceFields({ visibility, teamId, teams, mayShowAll, onVisibility, onTeam }: AudienceFieldsProps) {
  const offered = choices.filter(({ value }) => value === visibility || ((value !== 'public' || mayShowAll) && (value !== 'team' || teams.length > 0)));
  return (
    <>
      <Field label="Who finds it" help="Pages that have the component show it to everyone.">
        {(control) => <Select {...control} value={visibility} options={offered} onChange={onVisibility} />}
      </Field>
      {visibility === 'team' && (
        <Field label="Team">
          {(control) => (
            <Select {...control} value={teamId} options={[...(teamId === '' ? [{ value: '', label: 'Choose a team' }] : []), ...teams.map(({ id, name }) => ({ value: id, label: name }))]} onChange={onTeam} />
          )}
        </Field>
      )}
    </>
  );
}
