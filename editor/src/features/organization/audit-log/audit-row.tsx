import type { AuditRecord } from '../../../api/audit-log.ts';
import { Button } from '../../../ui/button.tsx';
import { Row } from '../../../ui/row-list.tsx';
import type { AuditChoice } from './audit-choice.ts';
import styles from './audit-log.module.css';
import { sentenceOf } from './sentence.ts';

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

interface AuditRowProps {
  record: AuditRecord;
  /** What is shown already: nothing narrows down to that again. */
  choice: AuditChoice;
  onNarrow: (change: Partial<AuditChoice>) => void;
}

/** One thing that was done, as a sentence; the whole record on demand. */
export function AuditRow({ record, choice, onNarrow }: AuditRowProps) {
  const { actor, action, createdAt, subjectId, subjectName, detail, sequence, hash } = record;
  return (
    <Row title={<span className={styles.sentence}>{sentenceOf(record)}</span>}>
      <details className={styles.more}>
        <summary>
          <time dateTime={createdAt}>{moment.format(new Date(createdAt))}</time>
          {actor !== null && ` · ${actor.email}`}
          <span className="visually-hidden">: details</span>
        </summary>
        <div className={styles.narrow}>
          {actor !== null && choice.person !== actor.id && (
            <Button size="small" onClick={() => onNarrow({ person: actor.id })}>
              Only what {actor.name === '' ? actor.email : actor.name} did
            </Button>
          )}
          {subjectId !== '' && choice.subject !== subjectId && (
            <Button size="small" onClick={() => onNarrow({ subject: subjectId })}>
              Only what concerns {subjectName ?? 'the same'}
            </Button>
          )}
        </div>
        <dl className={styles.record}>
          <dt>Number</dt>
          <dd>{sequence}</dd>
          <dt>Action</dt>
          <dd>
            <code>{action}</code>
          </dd>
          <dt>Concerns</dt>
          <dd>
            <code>{subjectId}</code>
          </dd>
          <dt>Detail</dt>
          <dd>
            <pre tabIndex={0}>{JSON.stringify(detail, null, 2)}</pre>
          </dd>
          <dt>Hash</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </dl>
      </details>
    </Row>
  );
}
