import { expect, it } from 'vitest';

import { initialState, type EditorState } from './editor-state.ts';
import { Observable } from './observable.ts';
import type { PageSession } from './page-session.ts';
import { whenSaved } from './when-saved.ts';

it('waits for what is on its way, and says at once what can’t be sent', async () => {
  const state = new Observable<EditorState>({ ...initialState, saveState: { kind: 'saving', changes: 1 } });
  const session = { state } as unknown as PageSession;
  const waiting = whenSaved(session);
  state.update({ saveState: { kind: 'saved' } });
  await expect(waiting).resolves.toBeUndefined();
  state.update({ saveState: { kind: 'view-only', changes: 1 } });
  await expect(whenSaved(session)).rejects.toThrow('You may not change this page any more');
});
