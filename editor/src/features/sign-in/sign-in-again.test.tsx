import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetCredentials, readCredentials, sessionEnded, signedIn } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import type { User } from '../../api/types.ts';
import { beforeSigningOut } from '../../ui/before-signing-out.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const user = { id: 'u', email: 'ada@example.org', name: 'Ada', role: 'admin', organization: { id: 'o2', name: 'Lindenhof', slug: 'lindenhof' } } as unknown as User;
const answer = (organization: string, accessToken: string) => ({ accessToken, tokenType: 'Bearer' as const, expiresIn: 900, user: { ...user, organization: { ...user.organization, id: organization } } });

function show() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <TooltipProvider>
        <SignInAgain user={user} />
      </TooltipProvider>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

beforeEach(() => {
  signedIn(answer('o2', 'old'));
  sessionEnded();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

describe('signing in again', () => {
  it('takes the password of whose session it was, into the same organisation', async () => {
    const sent: [string, unknown, string | null][] = [];
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      sent.push([path, JSON.parse(String(init.body)), new Headers(init.headers).get('Authorization')]);
      return Promise.resolve(jsonAnswer(path.endsWith('/login') ? answer('o1', 'first') : answer('o2', 'second')));
    });
    const person = show();
    expect(screen.getByLabelText('Password')).toHaveFocus();
    await person.keyboard('correct horse{Enter}');
    await waitFor(() => expect(readCredentials()).toMatchObject({ state: 'signed-in', accessToken: 'second' }));
    expect(sent).toEqual([
      ['/api/v1/auth/login', { email: 'ada@example.org', password: 'correct horse' }, null],
      ['/api/v1/auth/organization', { organizationId: 'o2' }, 'Bearer first'],
    ]);
  });

  it('says when the password is not right, and can’t be closed', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(jsonAnswer({ type: 'x/unauthenticated', title: 'No' }, 401)));
    const person = show();
    // The dialog of the test before gives the focus back when that one has ended.
    await person.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('The password is not right.');
    await person.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    expect(readCredentials().state).toBe('expired');
  });

  it('leads somebody else to the sign-in', async () => {
    const person = show();
    await person.click(screen.getByRole('button', { name: 'Somebody else…' }));
    expect(readCredentials().state).toBe('signed-out');
  });

  it('leads nobody away from what would be lost without a question', async () => {
    const settling = vi.fn(() => Promise.resolve(false));
    const end = beforeSigningOut(settling);
    const person = show();
    await person.click(screen.getByRole('button', { name: 'Somebody else…' }));
    expect(settling).toHaveBeenCalledOnce();
    expect(readCredentials().state).toBe('expired');
    end();
  });
});
