import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import { watchCredentials, readCredentials } from '../api/credentials.ts';
import { NotFound } from '../features/not-found/not-found.tsx';
import { LoadingScreen } from '../ui/full-screen.tsx';
import { Crash } from './crash.tsx';
import { prepareToEdit } from './prepare-to-edit.ts';
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
          { path: 'sign-in', lazy: async () => ({ Component: (await import('../features/sign-in/sign-in.tsx')).SignIn }) },
          { path: 'welcome', lazy: async () => ({ Component: (await import('../features/sign-in/welcome.tsx')).Welcome }) },
          { path: 'invitation', lazy: async () => ({ Component: (await import('../features/sign-in/invitation.tsx')).Invitation }) },
          { path: 'forgotten-password', lazy: async () => ({ Component: (await import('../features/sign-in/forgotten-password.tsx')).ForgottenPassword }) },
          { path: 'new-password', lazy: async () => ({ Component: (await import('../features/sign-in/new-password.tsx')).NewPassword }) },
          {
            Component: RequireSignIn,
            children: [
              {
                Component: SignedInLayout,
                children: [
                  { index: true, lazy: async () => ({ Component: (await import('../features/dashboard/dashboard.tsx')).Dashboard }) },
                  { path: 'new', lazy: async () => ({ Component: (await import('../features/new-page/new-page.tsx')).NewPage }) },
                  { path: 'new-component', lazy: async () => ({ Component: (await import('../features/workshop/new-component.tsx')).NewComponent }) },
                  { path: 'components/:name', lazy: async () => ({ Component: (await import('../features/workshop/workshop.tsx')).Workshop }) },
                  { path: 'design', lazy: async () => ({ Component: (await import('../features/design/design-screen.tsx')).DesignScreen }) },
                  { path: 'releases', lazy: async () => ({ Component: (await import('../features/sites/releases/releases-screen.tsx')).ReleasesScreen }) },
                  { path: 'releases/:id', lazy: async () => ({ Component: (await import('../features/sites/releases/release-screen.tsx')).ReleaseScreen }) },
                  settingsRoutes,
                  { path: '*', Component: NotFound },
                ],
              },
              {
                path: ':id/edit',
                loader: ({ params: { id = '' } }) => {
                  prepareToEdit(queries, id);
                  return null;
                },
                lazy: async () => ({ Component: (await import('./edit-page.tsx')).EditPage }),
              },
            ],
          },
        ],
      },
    ],
    { basename: '/page-builder' },
  );
}
