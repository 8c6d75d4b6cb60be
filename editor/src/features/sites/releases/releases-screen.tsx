import { useQuery } from '@tanstack/react-query';
import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { isPlaceToPublish } from '../../../api/environments.ts';
import { explain } from '../../../api/problem.ts';
import { environmentsQuery } from '../../../api/queries.ts';
import { shownPagesQuery } from '../../../api/releases.ts';
import type { Environment } from '../../../api/types.ts';
import { canPublish, useUser } from '../../../api/use-credentials.ts';
import { Button } from '../../../ui/button.tsx';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RowSkeletons } from '../../../ui/row-skeletons.tsx';
import { TabPanel, Tabs } from '../../../ui/tabs.tsx';
import { useDocumentTitle } from '../../../ui/use-document-title.ts';
import { OpenSite } from '../open-site.tsx';
import { EnvironmentCards } from './environment-cards.tsx';
import { PublishPages } from './publish-pages.tsx';
import { ReleaseList } from './release-list.tsx';
import { ShownPages } from './shown-pages.tsx';
import { UpcomingList } from './upcoming-list.tsx';
import { useUpcoming } from './use-upcoming.ts';
import styles from './releases.module.css';

/** What visitors see of each environment, how it came there, and what comes next. */
export function ReleasesScreen() {
  useDocumentTitle('Published');
  const [parameters] = useSearchParams();
  const environments = useQuery({ ...environmentsQuery(), refetchOnMount: 'always' });
  const upcoming = useUpcoming();
  const places = environments.data?.filter(isPlaceToPublish) ?? [];
  const chosen = places.find(({ id }) => id === parameters.get('environment')) ?? places[0];
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>Published</h1>
      {environments.isPending && <RowSkeletons label="Loading the environments" />}
      {environments.isError && environments.data === undefined && (
        <NotLoaded title="The environments could not be loaded" reason={explain(environments.error)} onRetry={() => void environments.refetch()} />
      )}
      {chosen !== undefined && (
        <>
          <EnvironmentCards environments={places} chosen={chosen} upcoming={upcoming.data ?? []} />
          {upcoming.isError && <Notice tone="warning">What comes up could not be loaded. {explain(upcoming.error)}</Notice>}
          <OneEnvironment key={chosen.id} environment={chosen} upcoming={upcoming.data ?? []} />
        </>
      )}
    </div>
  );
}

type View = 'releases' | 'pages';

function OneEnvironment({ environment, upcoming }: { environment: Environment; upcoming: NonNullable<ReturnType<typeof useUpcoming>['data']> }) {
  const user = useUser();
  const [isPublishing, setIsPublishing] = useState(false);
  const [view, setView] = useState<View>('releases');
  const shown = useQuery(shownPagesQuery(environment.id));
  const own = upcoming.filter(({ environmentId }) => environmentId === environment.id);
  return (
    <section aria-label={environment.name} className={styles.environment}>
      <div className={styles.bar}>
        <div className={styles.barWords}>
          <h2 className={styles.heading}>{environment.name}</h2>
          <OpenSite environment={environment} />
        </div>
        {canPublish(user) && (
          <Button tone="primary" icon={<Rocket size={15} />} disabled={shown.data === undefined} onClick={() => setIsPublishing(true)}>
            Publish…
          </Button>
        )}
      </div>
      {own.length > 0 && <UpcomingList releases={own} />}
      <Tabs<View>
        label={`Of ${environment.name}`}
        value={view}
        tabs={[
          { value: 'releases', label: 'Releases' },
          { value: 'pages', label: shown.data === undefined ? 'Live pages' : `Live pages (${String(shown.data.length)})` },
        ]}
        onChange={setView}
      >
        <TabPanel value="releases" className={styles.panel}>
          <ReleaseList environment={environment} shown={shown.data ?? []} />
        </TabPanel>
        <TabPanel value="pages" className={styles.panel}>
          {shown.isPending && <RowSkeletons label="Loading the pages" />}
          {shown.isError && shown.data === undefined && (
            <NotLoaded title="The pages could not be loaded" reason={explain(shown.error)} onRetry={() => void shown.refetch()} />
          )}
          {shown.data !== undefined && <ShownPages environment={environment} pages={shown.data} />}
        </TabPanel>
      </Tabs>
      {!canPublish(user) && <p className={styles.soft}>Administrators publish several pages at once, and go back to earlier releases.</p>}
      {isPublishing && shown.data !== undefined && <PublishPages environment={environment} shown={shown.data} onClose={() => setIsPublishing(false)} />}
    </section>
  );
}
