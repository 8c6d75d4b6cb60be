import type { PageVersion } from '../../api/types.ts';

/** An entry of the timeline: a version, or a run of auto-saves that nobody named. */
export type TimelineEntry = { kind: 'version'; version: PageVersion } | { kind: 'auto-saves'; versions: PageVersion[] };

const shortestRun = 2;

const isFoldable = ({ isAutomatic, isPublished, tags }: PageVersion) => isAutomatic && !isPublished && tags.length === 0;

/** Newest first, as the versions are. The newest version always stands for itself. */
export function foldAutoSaves(versions: readonly PageVersion[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  let run: PageVersion[] = [];
  const end = () => {
    if (run.length >= shortestRun) entries.push({ kind: 'auto-saves', versions: run });
    else for (const version of run) entries.push({ kind: 'version', version });
    run = [];
  };
  versions.forEach((version, index) => {
    if (index > 0 && isFoldable(version)) {
      run.push(version);
      return;
    }
    end();
    entries.push({ kind: 'version', version });
  });
  end();
  return entries;
}

/** "12 August" of the reader's time zone; "Today", "Yesterday". */
export function dayOf(iso: string, now: Date): string {
  const day = new Date(iso);
  const start = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((start(now) - start(day)) / 86_400_000);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', ...(day.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }) }).format(day);
}
