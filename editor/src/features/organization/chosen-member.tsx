import type { Member } from '../../api/members.ts';
import { Button } from '../../ui/button.tsx';
import { MemberSearch, Who } from './member-search.tsx';
import styles from './organization.module.css';

interface ChosenMemberProps {
  label: string;
  excluded: readonly string[];
  chosen: Pick<Member, 'id' | 'name' | 'email'> | null;
  onChoose: (member: Member | null) => void;
}

/** One member, looked for by name; another one can be chosen in place of them. */
export function ChosenMember({ label, excluded, chosen, onChoose }: ChosenMemberProps) {
  if (chosen === null) return <MemberSearch label={label} verb="Choose" excluded={excluded} onChoose={onChoose} />;
  return (
    <div className={styles.chosen} role="group" aria-label={label}>
      <Who name={chosen.name} email={chosen.email} />
      <Button size="small" autoFocus aria-label={`Change ${label.toLowerCase()}`} onClick={() => onChoose(null)}>
        Change
      </Button>
    </div>
  );
}
