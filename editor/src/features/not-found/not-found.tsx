import { Compass } from 'lucide-react';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import styles from './not-found.module.css';

export function NotFound() {
  useDocumentTitle('Page not found');
  return (
    <div className={styles.place}>
      <EmptyState
        icon={<Compass size={24} />}
        title={<h1 className={styles.title}>Page not found</h1>}
        action={
          <ButtonLink to="/" tone="primary">
            All pages
          </ButtonLink>
        }
      >
        There is nothing at this address. The page may have been deleted, or the link is incomplete.
      </EmptyState>
    </div>
  );
}
