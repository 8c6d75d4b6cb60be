import { Blocks, Braces, FilePlus2, Files, Inbox, LayoutTemplate, LogOut, Monitor, Moon, Palette, Rocket, Sun, Trash2 } from 'lucide-react';
import type { NavigateFunction } from 'react-router';
import type { User } from '../api/types.ts';
import { canEdit } from '../api/use-credentials.ts';
import type { PaletteEntry } from '../features/command-palette/palette-entry.ts';
import { setTheme } from '../ui/theme.ts';
import { leaveAccount } from './leave-account.ts';
import { settingsSections } from './settings-sections.tsx';

const size = 16;

/** What the command palette offers on every screen: where one can go, and how the editor looks. */
export function placeEntries(user: User, navigate: NavigateFunction): PaletteEntry[] {
  const place = (id: string, title: string, icon: PaletteEntry['icon'], to: string, keywords: string[] = []): PaletteEntry => ({
    id: `go:${id}`,
    group: 'Go to',
    title,
    keywords,
    icon,
    run: () => void navigate(to),
  });
  const look = (theme: 'light' | 'dark' | 'system', title: string, icon: PaletteEntry['icon']): PaletteEntry => ({
    id: `theme:${theme}`,
    group: 'Appearance',
    title,
    keywords: ['theme', 'color scheme', 'mode'],
    icon,
    run: () => setTheme(theme),
  });
  return [
    ...(canEdit(user)
      ? [
          place('new', 'New page', <FilePlus2 size={size} />, '/new', ['create', 'add']),
          place('new-component', 'New component', <Blocks size={size} />, '/new-component', ['create', 'custom', 'workshop', 'developer']),
        ]
      : []),
    place('pages', 'All pages', <Files size={size} />, '/', ['dashboard', 'home']),
    place('templates', 'Templates', <LayoutTemplate size={size} />, '/?tab=templates', ['gallery', 'start']),
    place('components', 'Component library', <Blocks size={size} />, '/?tab=components'),
    place('design', 'Design', <Palette size={size} />, '/design', ['tokens', 'colours', 'colors', 'fonts', 'brand']),
    place('releases', 'Published', <Rocket size={size} />, '/releases', ['releases', 'live', 'schedule', 'roll back', 'promote', 'visitors', 'deploy']),
    ...(canEdit(user) ? [place('forms', 'Form answers', <Inbox size={size} />, '/?tab=forms', ['submissions', 'visitors', 'inbox', 'csv'])] : []),
    ...settingsSections
      .filter(({ isFor }) => isFor(user))
      .map(({ path, label, icon: Icon, keywords }) => place(`settings-${path}`, label, <Icon size={size} />, `/settings/${path}`, ['settings', ...keywords])),
    place('trash', 'Trash', <Trash2 size={size} />, '/?tab=trash', ['deleted', 'restore', 'bin']),
    {
      id: 'go:api',
      group: 'Go to',
      title: 'API documentation',
      keywords: ['developers', 'rest', 'openapi'],
      icon: <Braces size={size} />,
      run: () => void window.open('/api/docs', '_blank', 'noopener'),
    },
    look('light', 'Light appearance', <Sun size={size} />),
    look('dark', 'Dark appearance', <Moon size={size} />),
    look('system', 'Appearance as the system', <Monitor size={size} />),
    {
      id: 'account:sign-out',
      group: 'Account',
      title: 'Sign out',
      keywords: ['log out', 'leave'],
      icon: <LogOut size={size} />,
      run: () => void leaveAccount(),
    },
  ];
}
