import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { Shortcut, ShortcutGroup } from './shortcut-group.ts';
import styles from './help-sheet.module.css';

/** All keys that do something here. */
export function HelpSheet({ groups, onClose }: { groups: readonly ShortcutGroup[]; onClose: () => void }) {
  const [query, setQuery] = useState('');
  const found = groups
    .map(({ name, shortcuts }) => ({ name, shortcuts: shortcuts.filter((shortcut) => fits(shortcut, query)) }))
    .filter(({ shortcuts }) => shortcuts.length > 0);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Keyboard shortcuts"
      description="They work while the focus is in the page or on no field."
      size="medium"
    >
      <SearchField label="Search shortcuts" value={query} onChange={setQuery} delay={0} className={styles.search} />
      <div className={styles.groups}>
        {found.map((group) => (
          <section key={group.name} className={styles.group} aria-label={group.name}>
            <h3 className={styles.name}>{group.name}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.label} className={styles.row}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    {shortcut.keys.map((keys, index) => (
                      <span key={keys}>
                        {index > 0 && <span className={styles.or}> or </span>}
                        <kbd className={styles.key}>{keys}</kbd>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {found.length === 0 && (
        <EmptyState size="small" title="No shortcut found">
          Nothing matches “{query}”.
        </EmptyState>
      )}
    </Dialog>
  );
}

function fits({ label, keys }: Shortcut, query: string): boolean {
  const text = `${label} ${keys.join(' ')}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
