import { isBeingChecked, type Release } from '../../../api/releases.ts';
import { Badge, type BadgeTone } from '../../../ui/badge.tsx';
import type { Standing } from './release-standing.ts';

const standings: Record<Standing, { label: string; tone: BadgeTone }> = {
  live: { label: 'Live', tone: 'success' },
  'partly-live': { label: 'Partly live', tone: 'success' },
  'rolled-back': { label: 'Rolled back', tone: 'neutral' },
  replaced: { label: 'Replaced', tone: 'neutral' },
};

/** What is to be known of a release at a glance: what visitors see of it, and whether they get it. */
export function StandingBadges({ release, standing }: { release: Release; standing: Standing | undefined }) {
  return (
    <>
      {standing !== undefined && <Badge tone={standings[standing].tone}>{standings[standing].label}</Badge>}
      {release.health.state === 'failing' && <Badge tone="warning">Failing</Badge>}
      {isBeingChecked(release) && <Badge tone="accent">Being checked</Badge>}
    </>
  );
}
