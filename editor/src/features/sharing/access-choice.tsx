import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../../api/queries.ts';
import { setPageAccess, setPageTeam } from '../../api/sharing.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { ContentProps } from './share-dialog.tsx';
import { accessMeans, accessOptions } from './sharing-words.ts';
import styles from './sharing.module.css';

/** What holds for those who are not named: the page's access, and the team that it belongs to. */
export function AccessChoice({ page, sharing, rights, isBusy, onChange }: ContentProps) {
  const { data } = useQuery({ ...teamsQuery(), enabled: rights.manage });
  const own = sharing.team === null ? [] : [{ value: sharing.team.id, label: sharing.team.name }];
  const others = (data?.items ?? []).filter(({ id }) => id !== sharing.team?.id).map(({ id, name }) => ({ value: id, label: name }));
  const teams = [{ value: '', label: 'No team' }, ...own, ...others];
  return (
    <div className={styles.choices}>
      <Field label="Who comes in" help={accessMeans[sharing.access]}>
        {(control) => (
          <Select
            {...control}
            label="Who comes in"
            value={sharing.access}
            options={accessOptions}
            isDisabled={!rights.manage || isBusy}
            onChange={(access) => onChange(() => setPageAccess(page.id, access))}
          />
        )}
      </Field>
      {(teams.length > 1 || sharing.team !== null) && (
        <Field label="Team">
          {(control) => (
            <Select
              {...control}
              label="Team"
              value={sharing.team?.id ?? ''}
              options={teams}
              isDisabled={!rights.manage || isBusy}
              onChange={(team) => onChange(() => setPageTeam(page.id, team === '' ? null : team))}
            />
          )}
        </Field>
      )}
    </div>
  );
}
