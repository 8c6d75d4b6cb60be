import { CircleUserRound } from 'lucide-react';
import type { SettingsSection } from '../features/settings/settings-section.ts';

/** The sections of the settings, in the order in which they are offered. A line here is a place in their navigation, a route, and a command of the palette. */
export const settingsSections: readonly SettingsSection[] = [
  {
    path: 'profile',
    label: 'Profile',
    group: 'Your account',
    icon: CircleUserRound,
    keywords: ['name', 'e-mail', 'account', 'role'],
    isFor: () => true,
    load: async () => (await import('../features/account/profile.tsx')).Profile,
  },
];
