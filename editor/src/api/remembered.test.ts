import { afterEach, describe, expect, it } from 'vitest';
import { forgetCredentials, signedIn } from './credentials.ts';
import { hasSeen, markSeen, rememberedList, rememberList, rememberUse } from './remembered.ts';
import type { SignIn } from './types.ts';

const signInAs = (id: string) => signedIn({ accessToken: 'x', expiresIn: 900, user: { id } } as unknown as SignIn);

afterEach(() => {
  localStorage.clear();
  forgetCredentials();
});

describe('what is remembered of a user', () => {
  it('is the last used first, and no more than asked for', () => {
    signInAs('a');
    for (const component of ['card', 'hero', 'card', 'text', 'image']) rememberUse('recent-components', component, 3);
    expect(rememberedList('recent-components')).toEqual(['image', 'text', 'card']);
  });

  it('is nobody else’s', () => {
    signInAs('a');
    rememberList('favourite-components', ['card']);
    markSeen('tour');
    signInAs('b');
    expect(rememberedList('favourite-components')).toEqual([]);
    expect(hasSeen('tour')).toBe(false);
    signInAs('a');
    expect(rememberedList('favourite-components')).toEqual(['card']);
    expect(hasSeen('tour')).toBe(true);
  });

  it('is the same array until it changes, and nothing where the storage holds something else', () => {
    signInAs('a');
    rememberList('recent-commands', ['undo']);
    expect(rememberedList('recent-commands')).toBe(rememberedList('recent-commands'));
    localStorage.setItem('pagewright.recent-commands.a', '{"not":"a list"');
    expect(rememberedList('recent-commands')).toEqual([]);
  });
});
