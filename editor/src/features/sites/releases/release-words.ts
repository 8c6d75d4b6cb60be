import type { Release } from '../../../api/releases.ts';
import { counted } from '../../../ui/counted.ts';

const kinds: Record<Release['kind'], string> = {
  publish: 'Published',
  rollback: 'Went back to an earlier release',
  promotion: 'Brought from another environment',
  preview: 'Preview of a branch',
};

/** Whether all that it did was to take pages off. */
export const isRemoval = ({ kind, counts: { shown, takenOff } }: Release): boolean => kind === 'publish' && shown === 0 && takenOff > 0;

export const kindOf = (release: Release): string => (isRemoval(release) ? 'Taken offline' : kinds[release.kind]);

/** What it is called: why it was made, or else what it did. */
export function titleOf(release: Release): string {
  const { kind, message, pages } = release;
  if (message !== '') return message;
  if (kind !== 'publish' || pages.length === 0 || isRemoval(release)) return kindOf(release);
  const [page] = pages;
  return pages.length === 1 && page !== undefined ? `Published ${page.pageName}` : `Published ${counted(pages.length, 'page')}`;
}

/** "3 pages, 1 taken off" */
export function extentOf({ counts: { shown, takenOff } }: Release): string {
  const taken = takenOff === 0 ? '' : shown === 0 ? `${counted(takenOff, 'page')} taken off` : `, ${String(takenOff)} taken off`;
  return `${shown === 0 && takenOff > 0 ? '' : counted(shown, 'page')}${taken}`;
}

/** "About, News and 3 more" */
export function namesOf(names: readonly string[], total: number): string {
  const left = total - names.length;
  return `${names.join(', ')}${left > 0 ? `${names.length === 0 ? '' : ' and '}${String(left)} more` : ''}`;
}
