import { describe, expect, it, vi } from 'vitest';

import type { PageSession } from './page-session.ts';
import { startFromTemplate } from './start-from-template.ts';

describe('startFromTemplate', () => {
  it('inserts all of it in one step, with ids of its own, and keeps what the author has set', () => {
    const apply = vi.fn(() => null);
    const session = { apply, tree: { layout: () => ({ title: 'Mine' }) } } as unknown as PageSession;
    const document = {
      components: [
        { id: 'hero-1', component: 'hero', props: { title: 'Hello' }, children: { actions: [{ id: 'button-1', component: 'button' }] } },
        { id: 'text-1', component: 'text' },
      ],
      layout: { title: 'Theirs', language: 'en' },
    };
    expect(startFromTemplate(session, 'Landing', document)).toBeNull();
    const [label, operations] = apply.mock.calls[0] as unknown as [string, Record<string, unknown>[]];
    expect(label).toBe('Start with “Landing”');
    expect(operations).toMatchObject([
      { type: 'insert_node', place: { parent: null, slot: 'components', before: null }, node: { component: 'hero', props: { title: 'Hello' }, children: { actions: [{ component: 'button' }] } } },
      { type: 'insert_node', node: { component: 'text' } },
      { type: 'set_page', key: 'language', value: 'en' },
    ]);
    expect(JSON.stringify(operations)).not.toMatch(/hero-1|button-1|text-1/);
  });
});
