import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';

import { findHomePages, updatePage } from '../../../api/pages.ts';
import { explain } from '../../../api/problem.ts';
import { homePagesQuery } from '../../../api/queries.ts';
import type { PageSummary } from '../../../api/types.ts';
import { Switch } from '../../../ui/switch.tsx';
import { showToast } from '../../../ui/toast-queue.ts';
import { ControlFrame, describedBy } from '../control-frame.tsx';

import type { PageRecord } from './use-page-record.ts';

// Whether the page stands at the top of the site. One page does: taking its place takes the mark off the one before.
export function HomeSwitch({ record, isDisabled }: { record: PageRecord; isDisabled: boolean }) {
  const { page, change } = record;
  const id = useId();
  const queries = useQueryClient();
  const other = useQuery(homePagesQuery()).data?.find((candidate) => candidate.id !== page?.id);
  const isHome = page?.metadata.home === true;
  const help = helpOf(isHome, page, other);

  const set = async (isOn: boolean) => {
    if (page === undefined) return;
    try {
      await change.mutateAsync({ metadata: { ...page.metadata, home: isOn } });
      if (isOn) {
        for (const { id: otherId, metadata } of await findHomePages()) {
          if (otherId !== page.id) await updatePage(otherId, { metadata: { ...metadata, home: false } });
        }
      }
      await queries.invalidateQueries({ queryKey: homePagesQuery().queryKey });
    } catch (error) {
      showToast({ text: `The home page was not changed. ${explain(error)}`, tone: 'danger' });
    }
  };
  return (
    <ControlFrame id={id} label="Use as home page" help={help} isInline>
      <Switch
        id={id}
        isOn={isHome}
        isDisabled={isDisabled || page === undefined || change.isPending}
        aria-describedby={describedBy(id, help, null)}
        onChange={(isOn) => void set(isOn)}
      />
    </ControlFrame>
  );
}

function helpOf(isHome: boolean, page: PageSummary | undefined, other: PageSummary | undefined): string {
  if (isHome) return page?.publishedAt === null ? 'Visitors find it at the top of the site once it is published.' : 'Visitors find it at the top of the site. Publish the page to make a change of this count.';
  return other === undefined ? 'Visitors then find it at the top of the site.' : `At the moment “${other.name}” is the home page. This one takes its place when both are published again.`;
}
