import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { User } from '../../api/types.ts';

/** Loads a screen when it is first gone to. */
type Load = () => Promise<ComponentType>;

/** One room of the settings: a place in their navigation, with the screens below it. */
export interface SettingsSection {
  /** Below /settings. */
  path: string;
  label: string;
  /** The heading in the navigation that it stands under. */
  group: 'Organisation' | 'Sites' | 'Your account';
  icon: LucideIcon;
  /** Other words by which the command palette finds it. */
  keywords: string[];
  /** Who sees it. For others there is neither a link nor a request. */
  isFor: (user: User) => boolean;
  load: Load;
  /** Screens of single things, such as `:id`. */
  below?: readonly { path: string; load: Load }[];
}

/** What somebody may see, by headings, in the order of the table. */
export function sectionGroups(sections: readonly SettingsSection[], user: User): { group: string; sections: SettingsSection[] }[] {
  const seen = sections.filter(({ isFor }) => isFor(user));
  return [...new Set(seen.map(({ group }) => group))].map((group) => ({ group, sections: seen.filter((section) => section.group === group) }));
}

/** The section to which an address of the editor belongs. */
export function sectionAt(sections: readonly SettingsSection[], pathname: string): SettingsSection | undefined {
  return sections.find(({ path }) => `${pathname}/`.startsWith(`/settings/${path}/`));
}
