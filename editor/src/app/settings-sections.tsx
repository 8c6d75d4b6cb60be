import { CircleUserRound, Globe, KeyRound, Laptop, Network, UsersRound, Webhook } from 'lucide-react';
import { canEdit, isAdministrator } from '../api/use-credentials.ts';
import type { SettingsSection } from '../features/settings/settings-section.ts';

/** The sections of the settings, in the order in which they are offered. A line here is a place in their navigation, a route, and a command of the palette. */
export const settingsSections: readonly SettingsSection[] = [
  {
    path: 'people',
    label: 'People',
    group: 'Organisation',
    icon: UsersRound,
    keywords: ['members', 'users', 'invite', 'roles', 'administrators'],
    isFor: isAdministrator,
    load: async () => (await import('../features/organization/people/people.tsx')).People,
  },
  {
    path: 'teams',
    label: 'Teams',
    group: 'Organisation',
    icon: Network,
    keywords: ['groups', 'members'],
    isFor: canEdit,
    load: async () => (await import('../features/organization/teams/teams.tsx')).Teams,
    below: [{ path: ':id', load: async () => (await import('../features/organization/teams/team.tsx')).Team }],
  },
  {
    path: 'environments',
    label: 'Environments',
    group: 'Sites',
    icon: Globe,
    keywords: ['production', 'staging', 'host names', 'domain', 'password', 'preview'],
    isFor: () => true,
    load: async () => (await import('../features/sites/environments/environments.tsx')).Environments,
  },
  {
    path: 'webhooks',
    label: 'Webhooks',
    group: 'Sites',
    icon: Webhook,
    keywords: ['events', 'integrations', 'notify', 'deliveries'],
    isFor: isAdministrator,
    load: async () => (await import('../features/webhooks/webhooks.tsx')).Webhooks,
    below: [{ path: ':id', load: async () => (await import('../features/webhooks/webhook-screen.tsx')).WebhookScreen }],
  },
  {
    path: 'profile',
    label: 'Profile',
    group: 'Your account',
    icon: CircleUserRound,
    keywords: ['name', 'e-mail', 'account', 'role'],
    isFor: () => true,
    load: async () => (await import('../features/account/profile.tsx')).Profile,
  },
  {
    path: 'password',
    label: 'Password and devices',
    group: 'Your account',
    icon: Laptop,
    keywords: ['sessions', 'sign out', 'security'],
    isFor: () => true,
    load: async () => (await import('../features/account/password-and-devices.tsx')).PasswordAndDevices,
  },
  {
    path: 'api-tokens',
    label: 'API tokens',
    group: 'Your account',
    icon: KeyRound,
    keywords: ['developers', 'keys', 'programs', 'scopes'],
    isFor: () => true,
    load: async () => (await import('../features/account/api-tokens/api-tokens.tsx')).ApiTokens,
  },
];
