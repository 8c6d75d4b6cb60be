import type { GrantLevel, PageAccess } from '../../api/types.ts';

export const accessOptions: readonly { value: PageAccess; label: string }[] = [
  { value: 'open', label: 'Everyone, by their role' },
  { value: 'limited', label: 'Everyone looks, few edit' },
  { value: 'restricted', label: 'Only people with access' },
];

/** What an access means to those who are not named below it. */
export const accessMeans: Record<PageAccess, string> = {
  open: 'Editors edit the page, viewers look at it.',
  limited: 'All members look at the page. Only its owner, its team and those below edit it.',
  restricted: 'Only its owner, its team and those below see that the page exists. Administrators always may.',
};

const levels: readonly { value: GrantLevel; label: string }[] = [
  { value: 'view', label: 'May view' },
  { value: 'edit', label: 'May edit' },
  { value: 'publish', label: 'May publish' },
];

export const labelOf = (level: GrantLevel): string => levels.find(({ value }) => value === level)?.label ?? level;

/** Nobody gives away what they don't have; what somebody has already stays to be seen. */
export const levelsToGive = (canPublish: boolean, present?: GrantLevel) => levels.filter(({ value }) => value !== 'publish' || canPublish || present === 'publish');
