import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { getPage } from '../../api/pages.ts';
import { explain } from '../../api/problem.ts';
import { differenceQuery, versionQuery } from '../../api/queries.ts';
import type { PageVersion } from '../../api/types.ts';
import type { PageDocument } from '../../engine/document.ts';
import { canvasPreviewQuery } from '../../previews/preview-engine.ts';
import { useSession } from '../../session/react.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { changeGroups, marksOf, type ChangeGroup } from './change-groups.ts';
import { ChangeList } from './change-list.tsx';
import styles from './version-compare.module.css';
import { VersionFrame, type VersionFrameHandle } from './version-frame.tsx';

type Other = number | 'current';

interface VersionCompareProps {
  versions: readonly PageVersion[];
  from: number;
  /** Brings one part back from the version; absent where nobody may. */
  onRestoreNode?: ((group: ChangeGroup) => void) | undefined;
  /** Grows when the page has changed. */
  state: number;
}

const widths = { desktop: 1280, phone: 390 } as const;
const none: readonly ChangeGroup[] = [];

/** A version and another one side by side, what differs outlined in both, and told in sentences that can be walked through. */
export function VersionCompare({ versions, from, onRestoreNode, state }: VersionCompareProps) {
  const [other, setOther] = useState<Other>('current');
  const [width, setWidth] = useState<keyof typeof widths>('desktop');
  const [choice, setChoice] = useState({ pair: '', index: -1 });
  const session = useSession();
  const to = other === from ? 'current' : other;
  const { data, error, isPending, refetch } = useQuery(differenceQuery(session.pageId, from, to, state));
  const groups = useMemo(() => (data ? changeGroups(data) : none), [data]);
  const marks = useMemo(() => ({ before: marksOf(groups, 'before'), after: marksOf(groups, 'after') }), [groups]);
  // What was chosen between two others is no choice here.
  const pair = `${String(from)} ${String(to)} ${String(state)}`;
  const chosen = choice.pair === pair ? choice.index : -1;
  const current = groups[chosen] ?? null;
  const frames = { before: useRef<VersionFrameHandle>(null), after: useRef<VersionFrameHandle>(null) };
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState(0);
  const isFollowing = useRef(true);

  const measure = useCallback(() => {
    setRange(Math.max(frames.before.current?.scrollable() ?? 0, frames.after.current?.scrollable() ?? 0));
  }, [frames.before, frames.after]);

  const reveal = useCallback(
    (node: string | null) => {
      if (node === null) return;
      const shares = [frames.before.current?.reveal(node), frames.after.current?.reveal(node)].filter((share) => typeof share === 'number');
      const [share] = shares;
      // The bar follows, and must not take both sides back to one place.
      if (share === undefined || !scroller.current) return;
      isFollowing.current = false;
      scroller.current.scrollTop = share * (scroller.current.scrollHeight - scroller.current.clientHeight);
      setTimeout(() => (isFollowing.current = true), 100);
    },
    [frames.before, frames.after],
  );

  const choose = (index: number) => {
    setChoice({ pair, index });
    reveal(groups[index]?.node ?? null);
  };

  const others = [
    { value: 'current', label: 'The page as it is now' },
    ...versions.filter(({ versionNumber }) => versionNumber !== from).map(({ versionNumber, message }) => ({ value: String(versionNumber), label: `Version ${versionNumber}: ${message}` })),
  ];
  const before = useRendered(from, state);
  const after = useRendered(to, state);
  return (
    <div className={styles.compare}>
      <div className={styles.choices}>
        <span className={styles.with}>Compared with</span>
        <Select size="small" label="Compared with" className={styles.other} value={String(to)} options={others} onChange={(value) => setOther(value === 'current' ? value : Number(value))} />
        <Segmented
          label="Width"
          value={width}
          onChange={setWidth}
          options={[
            { value: 'desktop', label: 'Desktop' },
            { value: 'phone', label: 'Phone' },
          ]}
        />
      </div>
      <div className={styles.columns}>
        <div className={styles.pages}>
          <p className={styles.name}>Version {from}</p>
          <p className={styles.name}>{to === 'current' ? 'Now' : `Version ${to}`}</p>
          <div className={styles.sides}>
            <VersionFrame ref={frames.before} title={`Version ${from}`} {...before} pageWidth={widths[width]} marks={marks.before} current={current?.node ?? null} onReady={measure} />
            <VersionFrame ref={frames.after} title={to === 'current' ? 'The page now' : `Version ${to}`} {...after} pageWidth={widths[width]} marks={marks.after} current={current?.node ?? null} onReady={measure} />
            {/* One bar for both: over the frames, which take no events themselves. */}
            <div
              ref={scroller}
              className={styles.scroller}
              role="region"
              aria-label="Both versions, to scroll"
              tabIndex={0}
              onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
                if (!isFollowing.current) return;
                const share = scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0;
                frames.before.current?.scrollTo(share);
                frames.after.current?.scrollTo(share);
              }}
            >
              <div style={{ height: `calc(100% + ${String(Math.ceil(range))}px)` }} />
            </div>
          </div>
        </div>
        <section className={styles.told} aria-labelledby="compare-changes">
          <h3 id="compare-changes" className={styles.title}>
            {isPending ? 'Comparing…' : groups.length === 0 ? 'No differences' : groups.length === 1 ? '1 change' : `${groups.length} changes`}
          </h3>
          {isPending && (
            <div className={styles.waiting}>
              <Skeleton width="85%" />
              <Skeleton width="60%" />
            </div>
          )}
          {error !== null && (
            <p className={styles.fault}>
              {explain(error)}{' '}
              <Button size="small" onClick={() => void refetch()}>
                Compare again
              </Button>
            </p>
          )}
          <ChangeList groups={groups} chosen={chosen} onChoose={choose} onRestore={to === 'current' ? onRestoreNode : undefined} />
        </section>
      </div>
    </div>
  );
}

// The page of a version, or as the server has it now, drawn by the engine with the components that there are now.
function useRendered(version: Other, state: number) {
  const session = useSession();
  const queries = useQueryClient();
  const read = async () => {
    if (version === 'current') {
      const { structure, layout } = await getPage(session.pageId);
      return { ...structure, layout } as PageDocument;
    }
    return (await queries.ensureQueryData(versionQuery(session.pageId, version))).document;
  };
  const key = version === 'current' ? [session.pageId, version, state] : [session.pageId, version];
  // The page may have changed since it was last looked at; a version never does.
  const staleTime = version === 'current' ? 0 : Infinity;
  const { data, isError } = useQuery({ ...canvasPreviewQuery(queries, key, read, session.context()), staleTime });
  return { html: data ?? null, hasFailed: isError };
}
