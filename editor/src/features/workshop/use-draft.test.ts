import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { WholeComponent } from '../../api/components.ts';
import type { JsonObject } from '../../engine/json.ts';
import { keepWork, keptWork } from './kept-work.ts';
import { exampleComponent } from './starting-component.ts';
import { useDraft } from './use-draft.ts';

const texts = exampleComponent('promo', 'Promotion');
const stored = (version: string, template = texts.template): WholeComponent => ({
  definition: { ...(JSON.parse(texts.definition) as JsonObject), version },
  template,
  style: texts.style,
  sample: JSON.parse(texts.sample) as JsonObject,
  source: 'custom',
  insertable: true,
});
const open = (component: WholeComponent | null) =>
  renderHook((props: { component: WholeComponent | null }) => useDraft('promo', props.component, component === null ? texts : null, false), { initialProps: { component } });

beforeEach(() => localStorage.clear());

it('keeps what is written until it is saved', async () => {
  const { result } = open(stored('1.0.0'));
  act(() => result.current.setTexts({ ...result.current.texts, template: 'mine' }));
  expect(result.current.isChanged).toBe(true);
  await act(() => new Promise((done) => setTimeout(done, 300)));
  expect(keptWork('promo')).toMatchObject({ base: '1.0.0', texts: { template: 'mine' } });
  act(() => result.current.settle(stored('1.0.1', 'mine'), result.current.texts));
  expect(result.current).toMatchObject({ isChanged: false, base: '1.0.1' });
  expect(keptWork('promo')).toBeNull();
});

it('brings back what was kept', () => {
  keepWork('promo', { texts: { ...texts, template: 'mine' }, base: '1.0.0' });
  expect(open(stored('1.0.0')).result.current).toMatchObject({ isBroughtBack: true, isChanged: true, texts: { template: 'mine' } });
});

it('leaves alone what it can’t read', () => {
  keepWork('promo', { texts: { template: 'mine' } as never, base: '1.0.0' });
  expect(open(stored('1.0.0')).result.current.isChanged).toBe(false);
});

it('names the version of somebody else, and changes it only when told so', () => {
  const { result, rerender } = open(stored('1.0.0'));
  act(() => result.current.setTexts({ ...result.current.texts, template: 'mine' }));
  rerender({ component: stored('1.1.0', 'theirs') });
  expect(result.current).toMatchObject({ newerVersion: '1.1.0', base: '1.0.0', texts: { template: 'mine' } });
  act(() => result.current.rebase());
  expect(result.current).toMatchObject({ newerVersion: null, base: '1.1.0', isChanged: true, texts: { template: 'mine' } });
});

it('follows somebody else where nothing of one’s own is there', () => {
  const { result, rerender } = open(stored('1.0.0'));
  rerender({ component: stored('1.1.0', 'theirs') });
  expect(result.current).toMatchObject({ newerVersion: null, base: '1.1.0', isChanged: false, texts: { template: 'theirs' } });
});

it('is a change from the beginning where the component is new', () => {
  expect(open(null).result.current).toMatchObject({ isChanged: true, base: null, saved: null });
});
