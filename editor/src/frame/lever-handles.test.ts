import { beforeEach, describe, expect, it, vi } from 'vitest';

import { edgePlaces, LeverHandles } from './lever-handles.ts';

const view = { width: 1000, height: 600 };
const both = ['width', 'height'] as const;

describe('handles', () => {
  it('stand on the right and the lower edge, in the middle of what is in view', () => {
    const places = edgePlaces({ left: 100, top: -200, right: 500, bottom: 400 }, both, view, 1);
    expect(places.get('width')).toEqual({ x: 500, y: 200, isRow: true, px: 400 });
    expect(places.get('height')).toEqual({ x: 300, y: 400, isRow: false, px: 600 });
  });

  it('stay inside of the canvas, and away where their edge is outside of it', () => {
    expect(edgePlaces({ left: 0, top: 0, right: 1000, bottom: 900 }, both, view, 2)).toEqual(new Map([['width', { x: 991, y: 300, isRow: true, px: 1000 }]]));
    expect(edgePlaces({ left: 0, top: 700, right: 900, bottom: 900 }, both, view, 1).size).toBe(0);
    expect(edgePlaces({ left: 0, top: 0, right: 100, bottom: 100 }, ['width'], view, 1).has('height')).toBe(false);
  });

  describe('of the keyboard', () => {
    const events = { onPress: vi.fn(), onStep: vi.fn(), onReset: vi.fn(), onFocus: vi.fn() };
    let root: ShadowRoot;
    const handle = (name: string) => root.querySelector(`[data-lever="${name}"]`) as HTMLElement;
    const press = (name: string, key: string) => handle(name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

    beforeEach(() => {
      vi.clearAllMocks();
      root = document.createElement('div').attachShadow({ mode: 'open' });
      new LeverHandles(root, events).show(edgePlaces({ left: 0, top: 0, right: 300.4, bottom: 100 }, both, view, 1), 'Price list', 1);
    });

    it('say what they are, and what it is at', () => {
      expect(handle('width').getAttribute('aria-label')).toBe('Width of Price list');
      expect(handle('width').getAttribute('aria-valuetext')).toBe('300 pixels');
      expect(handle('height').getAttribute('aria-orientation')).toBe('horizontal');
      expect(handle('gap').hidden).toBe(true);
    });

    it('go where the arrow keys point, and back to nothing', () => {
      expect(press('width', 'ArrowRight')).toBe(false);
      press('height', 'ArrowUp');
      press('height', 'Delete');
      expect(events.onStep.mock.calls).toEqual([['width', 1], ['height', -1]]);
      expect(events.onReset.mock.calls).toEqual([['height']]);
    });

    it('leave other keys to the editor', () => {
      expect(press('width', 'ArrowUp')).toBe(true);
      expect(press('width', 'Escape')).toBe(true);
      expect(events.onStep).not.toHaveBeenCalled();
    });
  });
});
