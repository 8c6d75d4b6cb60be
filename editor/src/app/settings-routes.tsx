import { Navigate, type RouteObject } from 'react-router';
import { isAdministrator, useUser } from '../api/use-credentials.ts';
import { SettingsLayout } from '../features/settings/settings-layout.tsx';
import { settingsSections } from './settings-sections.tsx';

/** /settings and what is below it, as the table of sections says. */
export const settingsRoutes: RouteObject = {
  path: 'settings',
  element: <SettingsLayout sections={settingsSections} />,
  children: [
    { index: true, Component: FirstSection },
    ...settingsSections.flatMap(({ path, load, below = [] }) => [
      { path, lazy: async () => ({ Component: await load() }) },
      ...below.map((screen) => ({ path: `${path}/${screen.path}`, lazy: async () => ({ Component: await screen.load() }) })),
    ]),
  ],
};

// Administrators begin with the organisation, everybody else with what is their own.
function FirstSection() {
  const user = useUser();
  const first = settingsSections.find(({ isFor, group }) => isFor(user) && (isAdministrator(user) || group === 'Your account'));
  return <Navigate to={first === undefined ? '/' : `/settings/${first.path}`} replace />;
}
