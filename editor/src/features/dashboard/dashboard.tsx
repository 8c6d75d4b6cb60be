import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { canEdit, useUser } from '../../api/use-credentials.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { CardSkeletons } from './card-skeletons.tsx';
import { PageList } from './page-list.tsx';
import { RowSkeletons } from '../../ui/row-skeletons.tsx';
import { UnsentChanges } from './unsent-changes.tsx';
import styles from './dashboard.module.css';

// Pages come first; the other tabs are loaded when they are looked at.
const TemplateGallery = lazy(async () => ({ default: (await import('./template-gallery.tsx')).TemplateGallery }));
const ComponentLibrary = lazy(async () => ({ default: (await import('./component-library.tsx')).ComponentLibrary }));
const ThemeGallery = lazy(async () => ({ default: (await import('./theme-gallery.tsx')).ThemeGallery }));
const Submissions = lazy(async () => ({ default: (await import('./submissions/submissions.tsx')).Submissions }));
const Trash = lazy(async () => ({ default: (await import('./trash/trash.tsx')).Trash }));

const allTabs = [
  { value: 'pages', label: 'Pages', Content: PageList, waiting: null },
  { value: 'templates', label: 'Templates', Content: TemplateGallery, waiting: <CardSkeletons label="Loading templates" /> },
  { value: 'components', label: 'Component library', Content: ComponentLibrary, waiting: <CardSkeletons label="Loading components" size="small" /> },
  { value: 'themes', label: 'Themes', Content: ThemeGallery, waiting: <CardSkeletons label="Loading themes" /> },
  { value: 'forms', label: 'Form answers', Content: Submissions, waiting: <RowSkeletons label="Loading the answers" /> },
  { value: 'trash', label: 'Trash', Content: Trash, waiting: <RowSkeletons label="Loading the trash" /> },
] as const;

type Tab = (typeof allTabs)[number]['value'];

export function Dashboard() {
  const user = useUser();
  const [parameters, setParameters] = useSearchParams();
  // What visitors wrote is not for viewers.
  const tabs = allTabs.filter(({ value }) => value !== 'forms' || canEdit(user));
  const tab: Tab = tabs.find((candidate) => candidate.value === parameters.get('tab'))?.value ?? 'pages';
  const title = tabs.find((candidate) => candidate.value === tab)?.label ?? '';
  useDocumentTitle(title);

  return (
    <div className={styles.dashboard}>
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {canEdit(user) && (
          <ButtonLink to="/new" tone="primary" icon={<Plus size={16} />}>
            Create Page
          </ButtonLink>
        )}
      </div>
      <UnsentChanges />
      <Tabs
        label="Dashboard"
        value={tab}
        tabs={tabs}
        // Filters belong to their tab and don't go with one to the next.
        onChange={(next) => setParameters(next === 'pages' ? {} : { tab: next })}
      >
        {tabs.map(({ value, Content, waiting }) => (
          <TabPanel key={value} value={value}>
            <Suspense fallback={waiting}>
              <Content />
            </Suspense>
          </TabPanel>
        ))}
      </Tabs>
    </div>
  );
}
