import { ChevronRight } from 'lucide-react';

import { labelOfNode } from '../../session/commands.ts';
import { useEditorState, useNodePart, useSession, useStructureVersion } from '../../session/react.ts';

import styles from './breadcrumbs.module.css';

// What the selected node stands in, from the page on. A click selects it.
export function Breadcrumbs() {
  const session = useSession();
  const selection = useEditorState((state) => state.selection);
  const count = useEditorState((state) => state.selected.length);
  useStructureVersion();
  const path = selection === null ? [] : [...session.tree.ancestors(selection).reverse(), selection];
  return (
    <nav className={styles.bar} aria-label="Where the selection stands">
      <ol className={styles.path}>
        <li>
          <button type="button" className={styles.step} aria-current={selection === null ? 'true' : undefined} onClick={() => session.select(null)}>
            Page
          </button>
        </li>
        {path.map((id) => (
          <li key={id}>
            <ChevronRight size={13} aria-hidden="true" />
            <Crumb id={id} isCurrent={id === selection} />
          </li>
        ))}
      </ol>
      {count > 1 && <span className={styles.count}>{count} selected</span>}
    </nav>
  );
}

function Crumb({ id, isCurrent }: { id: string; isCurrent: boolean }) {
  const session = useSession();
  const name = useNodePart(id, (node) => node?.settings?.name);
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={() => session.select(id)}
      onPointerEnter={() => session.hover(id)}
      onPointerLeave={() => session.hover(null)}
    >
      {name ?? labelOfNode(session, id)}
    </button>
  );
}
