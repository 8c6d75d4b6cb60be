import { cleanup, screen, within } from '@testing-library/react';
import { Users, Webhook } from 'lucide-react';
import { Route, Routes } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import type { Role } from '../../api/types.ts';
import { isAdministrator } from '../../api/use-credentials.ts';
import { showFor } from '../../show-for-tests.tsx';
import { SettingsLayout } from './settings-layout.tsx';
import { sectionAt, type SettingsSection } from './settings-section.ts';

const never = () => Promise.reject(new Error('Nothing is loaded here.'));
const sections: SettingsSection[] = [
  { path: 'people', label: 'People', group: 'Organisation', icon: Users, keywords: [], isFor: isAdministrator, load: never },
  { path: 'webhooks', label: 'Webhooks', group: 'Sites', icon: Webhook, keywords: [], isFor: isAdministrator, load: never },
  { path: 'profile', label: 'Profile', group: 'Your account', icon: Users, keywords: [], isFor: () => true, load: never },
];

function show(role: Role, path: string) {
  showFor(
    role,
    <Routes>
      <Route path="settings" element={<SettingsLayout sections={sections} />}>
        <Route path="*" element={<p>The section itself</p>} />
      </Route>
    </Routes>,
    `/settings/${path}`,
  );
}

afterEach(() => {
  cleanup();
  forgetCredentials();
});

it('offers each section under its heading and marks the one that is looked at, also on the screens below it', () => {
  show('admin', 'people/7');
  const nav = within(screen.getByRole('navigation', { name: 'Settings' }));
  expect(nav.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Organisation', 'Sites', 'Your account']);
  expect(nav.getByRole('link', { name: 'People' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByText('The section itself')).toBeVisible();
});

it('offers others what is for them, and says so of what is not', () => {
  show('editor', 'people');
  const nav = within(screen.getByRole('navigation', { name: 'Settings' }));
  expect(nav.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Profile']);
  expect(screen.queryByText('The section itself')).not.toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  expect(screen.getByText(/Ask an administrator/)).toBeVisible();
});

it('knows a section by whole words of the address', () => {
  expect(sectionAt(sections, '/settings/people')?.label).toBe('People');
  expect(sectionAt(sections, '/settings/people-and-more')).toBeUndefined();
});
