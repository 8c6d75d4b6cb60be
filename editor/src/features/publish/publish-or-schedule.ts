import { publishPage } from '../../api/pages.ts';
import { publishPages } from '../../api/releases.ts';
import { isoOfLocal } from '../../ui/moment.ts';

/** `when`: null is now; a time as fields have it makes a release that waits for it, which only administrators can. */
export async function publishOrSchedule(pageId: string, environmentId: string, message: string, when: string | null): Promise<{ url: string } | { publishAt: string }> {
  if (when === null) return { url: (await publishPage(pageId, environmentId, message)).url };
  const publishAt = isoOfLocal(when) ?? when;
  await publishPages({ environmentId, pageIds: [pageId], message, publishAt });
  return { publishAt };
}
