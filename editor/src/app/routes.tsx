import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import { watchCredentials, readCredentials } from '../api/credentials.ts';
import { Dashboard } from '../features/dashboard/dashboard.tsx';
import { NewPage } from '../features/new-page/new-page.tsx';
import { NotFound } from '../features/not-found/not-found.tsx';
import { ForgottenPassword } from '../features/sign-in/forgotten-password.tsx';
import { Invitation } from '../features/sign-in/invitation.tsx';
import { NewPassword } from '../features/sign-in/new-password.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { Welcome } from '../features/sign-in/welcome.tsx';
import { LoadingScreen } from '../ui/full-screen.tsx';
import { Crash } from './crash.tsx';
import { RequireSignIn } from './require-sign-in.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { SignedInLayout } from './signed-in-layout.tsx';

/** The site map of the editor. */
export function createRouter(queries: QueryClient) {
  watchCredentials(() => {
    const { state } = readCredentials();
    // What one user has loaded is not for the next.
    if (state === 'signed-out') queries.clear();
    // What failed while nobody was signed in is asked for again.
    if (state === 'signed-in') void queries.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' });
  });
  return createBrowserRouter(
    [
      {
        ErrorBoundary: Crash,
        HydrateFallback: () => <LoadingScreen label="Loading…" />,
        children: [
          { path: 'sign-in', Component: SignIn },
          { path: 'welcome', Component: Welcome },
          { path: 'invitation', Component: Invitation },
          { path: 'forgotten-password', Component: ForgottenPassword },
          { path: 'new-password', Component: NewPassword },
          {
            Component: RequireSignIn,
            children: [
              {
                Component: SignedInLayout,
                children: [
                  { index: true, Component: Dashboard },
                  { path: 'new', Component: NewPage },
                  { path: 'new-component', lazy: async () => ({ Component: (await import('../features/workshop/new-component.tsx')).NewComponent }) },
                  { path: 'components/:name', lazy: async () => ({ Component: (await import('../features/workshop/workshop.tsx')).Workshop }) },
                  { path: 'design', lazy: async () => ({ Component: (await import('../features/design/design-screen.tsx')).DesignScreen }) },
                  settingsRoutes,
                  { path: '*', Component: NotFound },
                ],
              },
              { path: ':id/edit', lazy: async () => ({ Component: (await import('./edit-page.tsx')).EditPage }) },
            ],
          },
        ],
      },
    ],
    { basename: '/page-builder' },
  );
}
