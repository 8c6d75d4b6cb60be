import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Engine } from '../engine/engine.ts';

import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import { PageSession } from './page-session.ts';
import { SessionContext, useDiffers, useNodePart, useStructureVersion } from './react.ts';

const noEngine: Engine = {
  call: () => {
    throw new Error('Nothing here asks the engine.');
  },
};

const node = (title: string) => ({ component: 'box', props: { title, other: 'x' }, parent: null, slot: 'components' });
const all = (ids: readonly string[], title: string) => Object.fromEntries(ids.map((id) => [id, node(title)]));

/** A session without an engine, with 200 nodes on its page. */
function openPage(): { session: PageSession; ids: string[] } {
  const session = new PageSession({
    pageId: 'p',
    components: { id: '', library: new ComponentLibrary([]) },
    fetchComponents: () => Promise.reject(new Error('no server')),
    tokens: {},
    baseCss: '',
    context: { name: '', description: '', canonicalUrl: '', siteName: '' },
    createEngine: () => Promise.resolve(noEngine),
    client: { clientId: 'c', queue: new PendingQueue({ put: () => Promise.resolve(), remove: () => Promise.resolve() }), release: () => undefined },
  });
  const ids = Array.from({ length: 200 }, (_, index) => `n${String(index)}`);
  session.tree.reset({ nodes: all(ids, 'x'), children: { '': { components: ids } } });
  return { session, ids };
}

describe('subscriptions', () => {
  it('a changed prop renders anew only what shows it', () => {
    const { session, ids } = openPage();
    const renders = new Map<string, number>();
    const count = (name: string) => renders.set(name, (renders.get(name) ?? 0) + 1);
    const Title = ({ id }: { id: string }) => {
      count(id);
      return <p>{String(useNodePart(id, (shown) => shown?.props.title))}</p>;
    };
    const Other = ({ id }: { id: string }) => {
      count(`${id}.other`);
      return <p>{String(useNodePart(id, (shown) => shown?.props.other))}</p>;
    };
    const Structure = () => {
      count('structure');
      return <p>{useStructureVersion()}</p>;
    };
    render(
      <SessionContext value={session}>
        <Structure />
        {ids.map((id) => (
          <div key={id}>
            <Title id={id} />
            <Other id={id} />
          </div>
        ))}
      </SessionContext>,
    );
    renders.clear();
    act(() => session.tree.change({ nodes: { n7: node('changed') } }));
    expect(screen.getByText('changed')).toBeInTheDocument();
    expect([...renders]).toEqual([['n7', 1]]);
  });

  it('several nodes are compared once for each change, however many of them it is of', () => {
    const { session, ids } = openPage();
    let looks = 0;
    const Differs = () => {
      const differs = useDiffers(ids, (shown) => {
        looks += 1;
        return shown?.props.title;
      });
      return <p>{differs ? 'differ' : 'same'}</p>;
    };
    render(
      <SessionContext value={session}>
        <Differs />
      </SessionContext>,
    );
    act(() => session.tree.change({ nodes: { n199: node('changed') } }));
    expect(screen.getByText('differ')).toBeInTheDocument();
    looks = 0;
    act(() => session.tree.change({ nodes: all(ids, 'the same') }));
    expect(screen.getByText('same')).toBeInTheDocument();
    expect(looks).toBeLessThanOrEqual(4 * ids.length);
  });
});
