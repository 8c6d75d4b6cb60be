import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { forgetCredentials } from '../../api/credentials.ts';
import { jsonAnswer } from '../../api/sign-in-for-tests.ts';
import type { Role } from '../../api/types.ts';
import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';
import { showFor } from '../../show-for-tests.tsx';
import { ViewOnly } from './view-only.tsx';

function show(role: Role, mayEdit: boolean) {
  const asked = vi.fn<(path: string) => Promise<Response>>(() => Promise.resolve(jsonAnswer({ role, operations: {}, scopes: {}, page: { id: 'p1', view: true, edit: mayEdit, manage: false, publish: false } })));
  vi.stubGlobal('fetch', asked);
  const state = new Observable<EditorState>({ ...initialState, status: 'ready', canEdit: false });
  showFor(
    role,
    <SessionContext value={{ state, pageId: 'p1' } as unknown as PageSession}>
      <ViewOnly />
    </SessionContext>,
  );
  return { asked };
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  forgetCredentials();
});

it.each([
  ['whose role is for viewing', 'viewer', false, 'Your role is for viewing. Ask its owner, or an administrator of Lindenhof, to share it with you for editing.'],
  ['who is not among those who edit it', 'editor', false, 'Only some people edit it, and you are not among them. Ask its owner, or an administrator of Lindenhof, to share it with you for editing.'],
  ['who meets a protected branch', 'editor', true, 'It is protected, so that only administrators change it. Ask an administrator of Lindenhof to change it, or to end its protection.'],
] as const)('tells someone %s why, and whom to ask', async (_, role, mayEdit, why) => {
  const { asked } = show(role, mayEdit);
  expect(asked).not.toHaveBeenCalled();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const answer = screen.getByRole('dialog', { name: 'Why you may only look' });
  expect(answer).toHaveTextContent('You may look at this page, not change it.');
  await vi.waitFor(() => expect(answer).toHaveTextContent(`You may look at this page, not change it. ${why}`));
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'View only' })).toHaveFocus();
});
