import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, signedOut } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { SignIn } from './sign-in.tsx';
import { Welcome } from './welcome.tsx';

const user = { id: 'u', email: 'ada@example.org', name: 'Ada', role: 'admin', organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } };
const signedIn = { accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user };


/** Answers by "METHOD path"; returns what was sent. */
function serve(answers: Record<string, () => Response>) {
  const sent: { route: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const route = `${init.method ?? 'GET'} ${path}`;
    sent.push({ route, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null });
    return Promise.resolve(answers[route]?.() ?? jsonAnswer({ type: 'x/not-found', title: 'Nothing here' }, 404));
  });
  return sent;
}

function visit(address: string) {
  const router = createMemoryRouter(
    [
      { path: '/', element: <p>The dashboard</p> },
      { path: '/p1/edit', element: <p>The page</p> },
      { path: '/sign-in', element: <SignIn /> },
      { path: '/welcome', element: <Welcome /> },
    ],
    { initialEntries: [address] },
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return router;
}

beforeEach(() => {
  forgetCredentials();
  signedOut();
});
afterEach(() => vi.unstubAllGlobals());

describe('signing in', () => {
  const fill = async () => {
    const person = userEvent.setup();
    await person.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await person.type(screen.getByLabelText('Password'), 'correct horse');
    await person.click(screen.getByRole('button', { name: 'Sign in' }));
  };

  it('leads to where one wanted to go', async () => {
    const sent = serve({ 'POST /api/v1/auth/login': () => jsonAnswer(signedIn), 'GET /api/v1/auth/first-run': () => jsonAnswer({ firstRun: false }) });
    visit('/sign-in?from=%2Fp1%2Fedit');
    await fill();
    expect(await screen.findByText('The page')).toBeInTheDocument();
    expect(sent.find(({ route }) => route.endsWith('/login'))?.body).toEqual({ email: 'ada@example.org', password: 'correct horse' });
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])('does not lead out of the editor: %s', async (from) => {
    serve({ 'POST /api/v1/auth/login': () => jsonAnswer(signedIn) });
    const router = visit(`/sign-in?${new URLSearchParams({ from }).toString()}`);
    await fill();
    expect(await screen.findByText('The dashboard')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe('/');
  });

  it('does not say which of the two was wrong', async () => {
    serve({ 'POST /api/v1/auth/login': () => jsonAnswer({ type: 'x/unauthenticated', title: 'No', detail: 'No' }, 401) });
    visit('/sign-in');
    await fill();
    expect(await screen.findByRole('alert')).toHaveTextContent('The e-mail address or the password is not right.');
  });

  it('points to the terminal while nobody has an account', async () => {
    serve({ 'GET /api/v1/auth/first-run': () => jsonAnswer({ firstRun: true }) });
    visit('/sign-in');
    expect(await screen.findByText(/link that the terminal shows/)).toBeInTheDocument();
  });

  it('shows the password on request', async () => {
    serve({});
    visit('/sign-in');
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
  });
});

describe('the first run', () => {
  it('refuses a short password before sending anything', async () => {
    const sent = serve({});
    visit('/welcome?token=abc');
    await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(screen.getByText('This password is too short: 5 of 8 characters.')).toBeInTheDocument();
    expect(sent.filter(({ route }) => route.startsWith('POST'))).toEqual([]);
  });

  it('makes the account with the token of the link and goes to the dashboard', async () => {
    const sent = serve({ 'POST /api/v1/auth/first-run': () => jsonAnswer(signedIn) });
    visit('/welcome?token=abc');
    await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('The dashboard')).toBeInTheDocument();
    expect(sent.at(-1)?.body).toEqual({ token: 'abc', email: 'ada@example.org', password: 'correct horse battery' });
  });

  it('puts the server’s objection to the field it is about', async () => {
    serve({
      'POST /api/v1/auth/first-run': () =>
        jsonAnswer({ type: 'x/validation', title: 'No', errors: [{ path: '/password', message: 'must not contain the e-mail address' }] }, 422),
    });
    visit('/welcome?token=abc');
    await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'ada@example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('Must not contain the e-mail address.')).toBeInTheDocument();
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });

  it('explains a link that is incomplete', () => {
    serve({});
    visit('/welcome');
    expect(screen.getByRole('heading', { name: 'This link is incomplete' })).toBeInTheDocument();
  });
});
