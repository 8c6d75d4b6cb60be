import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { deletedComponentsQuery } from '../../api/components.ts';
import styles from './dashboard.module.css';

/** What was deleted can be looked at, and brought back. */
export function DeletedComponents() {
  const { data = [] } = useQuery(deletedComponentsQuery());
  if (data.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="deleted-components">
      <h2 id="deleted-components" className={styles.sectionTitle}>
        Deleted
      </h2>
      <ul className={styles.deleted}>
        {data.map(({ definition }) => (
          <li key={String(definition.name)}>
            <Link to={`/components/${String(definition.name)}`}>{String(definition.display_name)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
