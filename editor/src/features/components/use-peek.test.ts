import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePeek } from './use-peek.ts';

const element = document.createElement('button');

describe('usePeek', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => vi.useRealTimers());

  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
  function look() {
    const { result } = renderHook(usePeek);
    return { shown: () => result.current.shown?.component ?? null, peek: () => result.current };
  }

  it('opens a moment after somebody stops, and follows at once', () => {
    const { shown, peek } = look();
    act(() => peek().open('card', element));
    pass(349);
    expect(shown()).toBeNull();
    pass(1);
    expect(shown()).toBe('card');
    act(() => peek().close());
    act(() => peek().open('flex', element));
    expect(shown()).toBe('flex');
  });

  it('waits until what it is about to show has stopped moving', () => {
    const { shown, peek } = look();
    act(() => peek().open('card', element));
    pass(200);
    act(() => peek().scrolled());
    pass(200);
    expect(shown()).toBeNull();
    pass(150);
    expect(shown()).toBe('card');
  });

  it('closes what moves away', () => {
    const { shown, peek } = look();
    act(() => peek().open('card', element));
    pass(350);
    act(() => peek().scrolled());
    expect(shown()).toBeNull();
    pass(1000);
    expect(shown()).toBeNull();
  });
});
