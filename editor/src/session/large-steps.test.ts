// With the real engine: what is larger than a message may be still comes back whole.
import { describe, expect, it } from 'vitest';

import type { NestedNode } from '../engine/document.ts';

import { removeNodes } from './commands.ts';
import { largestMessage } from './connection/protocol.ts';
import { compileEngine, openPageForTests } from './page-for-tests.ts';

const text = 'All work and no play. '.repeat(50).slice(0, 990);

const quotes = (section: string): NestedNode[] =>
  Array.from({ length: 90 }, (_, index) => ({ id: `${section}-${String(index)}`, component: 'quote', props: { text, source: `${section}, ${String(index)}` } }));
const sections = Array.from({ length: 45 }, (_, index): NestedNode => ({ id: `s${String(index)}`, component: 'section', children: { content: quotes(`s${String(index)}`) } }));

describe('a step that is larger than a message', () => {
  it('is undone and redone whole, in what the server takes', async () => {
    const document = { components: [{ id: 'all', component: 'container', children: { content: sections } }] };
    expect(JSON.stringify(document).length).toBeGreaterThan(largestMessage);
    const { session } = await openPageForTests(await compileEngine(), document);
    const notices: string[] = [];
    session.notices.on(({ message }) => notices.push(message));
    const whole = session.tree.document();
    const size = session.tree.size();

    expect(removeNodes(session, ['all'])).toBeNull();
    expect(session.tree.size()).toBe(0);
    session.undo();
    expect(session.tree.document()).toEqual(whole);
    expect(session.state.get().undoLabel).toBeNull();
    session.redo();
    expect(session.tree.size()).toBe(0);
    session.undo();
    expect(session.tree.size()).toBe(size);
    expect(notices).toEqual([]);
  });
});
