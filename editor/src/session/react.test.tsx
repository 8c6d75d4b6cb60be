import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Engine } from '../engine/engine.ts';

import { ComponentLibrary } from './component-library.ts';
import { PendingQueue } from './connection/pending-queue.ts';
import { PageSession } from './page-session.ts';
import { SessionContext, useNodePart, useStructureVersion } from './react.ts';

const noEngine: Engine = {
  call: () => {
    throw new Error('Nothing here asks the engine.');
  },
};

describe('subscriptions', () => {
  it('a changed prop renders anew only what shows it', () => {
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
    const node = (title: string) => ({ component: 'box', props: { title, other: 'x' }, parent: null, slot: 'components' });
    session.tree.reset({ nodes: Object.fromEntries(ids.map((id) => [id, node(id)])), children: { '': { components: ids } } });

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
});
