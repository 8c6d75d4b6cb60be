import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { setLocked } from '../session/node-settings.ts';
import { compileEngine, openPageForTests } from '../session/page-for-tests.ts';
import type { PageSession } from '../session/page-session.ts';

import { AdjustingHost } from './adjusting-host.ts';
import type { HostMessage } from './protocol.ts';

const document = {
  components: [
    {
      id: 'section',
      component: 'section',
      children: { content: [{ id: 'card', component: 'card', styles: { base: { gap: '4px', width: '50%' }, mobile: { width: '100%' } } }, { id: 'picture', component: 'image' }] },
    },
  ],
};

describe('AdjustingHost', () => {
  let module: WebAssembly.Module;
  let session: PageSession;
  let host: AdjustingHost;
  let sent: HostMessage[];
  let refusals: string[];

  beforeAll(async () => {
    module = await compileEngine();
  });
  beforeEach(async () => {
    ({ session } = await openPageForTests(module, document));
    sent = [];
    refusals = [];
    session.notices.on(({ message }) => refusals.push(message));
    host = new AdjustingHost(session, (message) => sent.push(message));
    host.open();
  });

  const node = () => sent.flatMap((message) => (message.type === 'adjustable' ? [message.node] : [])).at(-1);
  const widthOf = (id: string) => session.tree.node(id)?.styles?.base?.width;

  it('tells the steps of the tokens once', () => {
    const [steps] = sent.flatMap((message) => (message.type === 'token-steps' ? [message.steps] : []));
    expect(steps?.spaces).toContainEqual({ value: '{space.4}', label: 'space.4', css: '1rem' });
    expect(steps?.widths.map(({ label }) => label)).toContain('width.narrow');
  });

  it('tells what of the one selected node may be changed, at the present breakpoint', () => {
    session.select('card');
    expect(node()).toEqual({ id: 'card', name: 'Card', edges: ['width', 'height'], declared: { width: '50%', gap: '4px' } });
    session.state.update({ breakpoint: 'mobile' });
    expect(node()?.declared).toEqual({ width: '100%', gap: '4px' });
    session.select('picture');
    expect(node()?.edges).toEqual(['width']);
    session.selectAll(['picture', 'card']);
    expect(node()).toBeNull();
  });

  it('has nothing changed of what is locked or only looked at', () => {
    session.select('card');
    setLocked(session, ['section'], true);
    expect(node()).toBeNull();
    setLocked(session, ['section'], false);
    expect(node()?.id).toBe('card');
    session.state.update({ canEdit: false });
    expect(node()).toBeNull();
  });

  it('says nothing where nothing of that has changed', () => {
    session.select('card');
    const before = sent.length;
    session.hover('section');
    session.apply('Write', [{ type: 'set_prop', id: 'card', key: 'title', value: 'New' }]);
    expect(sent.length).toBe(before);
  });

  it('does what the canvas asks for, each gesture one step of undo', () => {
    session.select('card');
    const ask = (value: string | null, gesture: number) => host.adjust({ type: 'adjust', id: 'card', property: 'width', value, gesture });
    ask('60%', 1);
    ask('65%', 1);
    ask('70%', 2);
    expect(widthOf('card')).toBe('70%');
    expect(session.state.get().undoLabel).toBe('Resize Card');
    session.undo();
    expect(widthOf('card')).toBe('65%');
    session.undo();
    expect(widthOf('card')).toBe('50%');
    ask(null, 3);
    expect(widthOf('card')).toBeUndefined();
    ask(null, 4);
    session.undo();
    expect(widthOf('card')).toBe('50%');
    expect(sent.filter(({ type }) => type === 'adjusted')).toHaveLength(5);
  });

  it('refuses other properties, and says why something was not done', () => {
    host.adjust({ type: 'adjust', id: 'card', property: 'position', value: 'absolute', gesture: 1 });
    setLocked(session, ['card'], true);
    host.adjust({ type: 'adjust', id: 'card', property: 'width', value: '60%', gesture: 2 });
    expect(widthOf('card')).toBe('50%');
    expect(refusals).toEqual(['That is not changed on the canvas.', '“Card” is locked. Unlock it to change it.']);
    expect(sent.at(-1)).toEqual({ type: 'adjusted' });
  });
});
