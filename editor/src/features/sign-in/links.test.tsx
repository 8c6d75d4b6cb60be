import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, signedOut } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { ForgottenPassword } from './forgotten-password.tsx';
import { Invitation } from './invitation.tsx';
import { NewPassword } from './new-password.tsx';

const user = { id: 'u', email: 'ada@example.org', name: 'Ada', role: 'editor', organization: { id: 'o', name: 'Lindenhof', slug: 'lindenhof' } };
const signedIn = { accessToken: 't', tokenType: 'Bearer', expiresIn: 900, user };
const offer = { organization: 'Lindenhof', email: 'ada@example.org', role: 'editor', hasAccount: false };
const voidLink = { type: 'x/conflict', title: 'No', detail: 'This link was used already.' };


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
      { path: '/sign-in', element: <p>Signing in</p> },
      { path: '/invitation', element: <Invitation /> },
      { path: '/forgotten-password', element: <ForgottenPassword /> },
      { path: '/new-password', element: <NewPassword /> },
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
}

beforeEach(() => {
  forgetCredentials();
  signedOut();
});
afterEach(() => vi.unstubAllGlobals());

describe('an invitation', () => {
  it('makes an account and leads to the dashboard', async () => {
    const sent = serve({ 'POST /api/v1/auth/invitation': () => jsonAnswer(offer), 'POST /api/v1/auth/invitation/accept': () => jsonAnswer(signedIn) });
    visit('/invitation?token=abc');
    expect(await screen.findByRole('heading', { name: 'Join Lindenhof' })).toBeInTheDocument();
    expect(screen.getByLabelText('E-mail address')).toHaveValue('ada@example.org');
    await userEvent.type(screen.getByLabelText('Your name (optional)'), 'Ada');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByText('The dashboard')).toBeInTheDocument();
    expect(sent.at(-1)?.body).toEqual({ token: 'abc', password: 'correct horse battery', name: 'Ada' });
  });

  it('asks for the password of an account that there is, and for nothing else', async () => {
    serve({
      'POST /api/v1/auth/invitation': () => jsonAnswer({ ...offer, hasAccount: true }),
      'POST /api/v1/auth/invitation/accept': () =>
        jsonAnswer({ type: 'x/validation', title: 'No', errors: [{ path: '/password', message: 'is not the password of your account' }] }, 422),
    });
    visit('/invitation?token=abc');
    await userEvent.type(await screen.findByLabelText('Password'), 'short');
    expect(screen.queryByLabelText('Your name (optional)')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    expect(await screen.findByText('Is not the password of your account.')).toBeInTheDocument();
  });

  it('says why a link does not work', async () => {
    serve({ 'POST /api/v1/auth/invitation': () => jsonAnswer(voidLink, 409) });
    visit('/invitation?token=abc');
    expect(await screen.findByRole('heading', { name: 'This link does not work' })).toBeInTheDocument();
    expect(screen.getByText(/used already/)).toBeInTheDocument();
  });
});

describe('a forgotten password', () => {
  it('is answered the same for every address', async () => {
    const sent = serve({ 'POST /api/v1/auth/password-reset': () => new Response(null, { status: 204 }) });
    visit('/forgotten-password');
    await userEvent.type(screen.getByLabelText('E-mail address'), 'ada@example.org');
    await userEvent.click(screen.getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/If ada@example.org has an account/)).toBeInTheDocument();
    expect(sent.at(-1)?.body).toEqual({ email: 'ada@example.org' });
  });

  it('is replaced by the link', async () => {
    const sent = serve({ 'POST /api/v1/auth/password-reset/complete': () => new Response(null, { status: 204 }) });
    visit('/new-password?token=abc');
    await userEvent.type(screen.getByLabelText('Password'), 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(sent).toEqual([]);
    await userEvent.type(screen.getByLabelText('Password'), 'er, but longer');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByRole('heading', { name: 'Your password is changed' })).toBeInTheDocument();
    expect(sent.at(-1)?.body).toEqual({ token: 'abc', password: 'shorter, but longer' });
  });

  it('offers a new link in place of one that is void', async () => {
    serve({ 'POST /api/v1/auth/password-reset/complete': () => jsonAnswer(voidLink, 409) });
    visit('/new-password?token=abc');
    await userEvent.type(screen.getByLabelText('Password'), 'correct horse battery');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/forgotten-password');
  });
});
