import { Plus, X } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import styles from './environments.module.css';

const mostHosts = 10; // as the server takes

interface HostNamesProps {
  hosts: readonly string[];
  onChange: (hosts: readonly string[]) => void;
  /** What is wrong with the one in that row, counted from 0. */
  faultAt: (row: number) => string | undefined;
}

/** The names under which an environment is reached, the main one first. */
export function HostNames({ hosts, onChange, faultAt }: HostNamesProps) {
  return (
    <fieldset className={styles.hosts}>
      <legend className={styles.legend}>
        Host names <span className={styles.soft}>(optional)</span>
      </legend>
      <p className={styles.soft}>Names of your own that lead to this server, such as www.example.org. The first one is the main one.</p>
      {hosts.map((host, row) => (
        // A row is known by its place: it has nothing else.
        <div key={row} className={styles.host}>
          <TextField
            label={`Host name ${String(row + 1)}`}
            isLabelHidden
            placeholder="www.example.org"
            autoComplete="off"
            spellCheck={false}
            autoFocus={host === ''}
            maxLength={253}
            value={host}
            error={faultAt(row)}
            onChange={(event) => onChange(hosts.with(row, event.target.value))}
          />
          <IconButton size="small" label={`Remove host name ${String(row + 1)}`} icon={<X size={16} />} onClick={() => onChange(hosts.toSpliced(row, 1))} />
        </div>
      ))}
      {hosts.length < mostHosts && (
        <Button size="small" icon={<Plus size={14} />} onClick={() => onChange([...hosts, ''])}>
          Add a host name
        </Button>
      )}
    </fieldset>
  );
}
