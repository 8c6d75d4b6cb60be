import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { initialState, type EditorState } from '../../session/editor-state.ts';
import { Observable } from '../../session/observable.ts';

import { keepBreakpoint } from './opening-breakpoint.ts';

let width = 0;

function open(): Observable<EditorState> {
  const state = new Observable(initialState);
  keepBreakpoint(state);
  return state;
}

describe('the breakpoint that a page is opened at', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: width <= Number(/max-width: (\d+)px/.exec(query)?.[1]) }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  it('is the desktop’s, and the phone’s in a window as narrow as that', () => {
    width = 640;
    expect(open().get().breakpoint).toBe('base');
    width = 639;
    expect(open().get().breakpoint).toBe('mobile');
  });

  it('is the one that was chosen last in a narrow window', () => {
    width = 390;
    open().update({ breakpoint: 'base' });
    expect(open().get().breakpoint).toBe('base');
    open().update({ breakpoint: 'tablet' });
    expect(open().get().breakpoint).toBe('tablet');
    width = 1440;
    const wide = open();
    expect(wide.get().breakpoint).toBe('base');
    wide.update({ breakpoint: 'mobile' });
    width = 390;
    expect(open().get().breakpoint).toBe('tablet');
  });

  it('is the phone’s where what is remembered says nothing', () => {
    width = 390;
    localStorage.setItem('pagewright.breakpoint-on-phone.', 'watch');
    expect(open().get().breakpoint).toBe('mobile');
  });
});
