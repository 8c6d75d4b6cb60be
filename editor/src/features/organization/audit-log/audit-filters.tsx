import { X } from 'lucide-react';
import type { AuditRecord } from '../../../api/audit-log.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { MemberSearch } from '../member-search.tsx';
import { actionOptions } from './actions.ts';
import styles from './audit-log.module.css';
import type { AuditChoice } from './audit-choice.ts';

interface AuditFiltersProps {
  choice: AuditChoice;
  /** One of those that were found, which knows what the chosen person or thing is called. */
  example: AuditRecord | undefined;
  onChange: (change: Partial<AuditChoice>) => void;
}

/** By whom, what, to what, and when. */
export function AuditFilters({ choice, example, onChange }: AuditFiltersProps) {
  return (
    <div className={styles.filters}>
      {choice.person === '' && <MemberSearch label="Done by" verb="Choose" excluded={[]} onChoose={({ id }) => onChange({ person: id })} />}
      <div className={styles.fields}>
        <Select label="What was done" value={choice.action} options={actionOptions} onChange={(action) => onChange({ action })} />
        <TextField label="From" type="date" max={choice.until} value={choice.from} className={styles.day} onChange={(event) => onChange({ from: event.target.value })} />
        <TextField label="To" type="date" min={choice.from} value={choice.until} className={styles.day} onChange={(event) => onChange({ until: event.target.value })} />
      </div>
      {(choice.person !== '' || choice.subject !== '') && (
        <div className={styles.chosen}>
          {choice.person !== '' && (
            <Button size="small" icon={<X size={14} />} onClick={() => onChange({ person: '' })}>
              Only what {example?.actor?.name ?? 'this person'} did<span className="visually-hidden">: remove this filter</span>
            </Button>
          )}
          {choice.subject !== '' && (
            <Button size="small" icon={<X size={14} />} onClick={() => onChange({ subject: '' })}>
              Only what concerns {example?.subjectName ?? 'this one thing'}
              <span className="visually-hidden">: remove this filter</span>
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
