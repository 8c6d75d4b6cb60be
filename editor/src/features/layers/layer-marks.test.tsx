import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act, Profiler } from 'react';
import { describe, expect, it, vi } from 'vitest';

import { Commenting } from '../../session/commenting.ts';
import type { Person } from '../../session/connection/protocol.ts';
import { Observable } from '../../session/observable.ts';
import type { PageSession } from '../../session/page-session.ts';
import { SessionContext } from '../../session/react.ts';

import { LayerMarks } from './layer-marks.tsx';

const person = (client: string, name: string, selection: string[], more: Partial<Person> = {}): Person => ({
  client,
  user: { id: name, name },
  color: 1,
  selection,
  editing: null,
  cursor: null,
  ...more,
});

function show() {
  const commenting = new Commenting();
  const others = new Observable<readonly Person[]>([]);
  const onRender = vi.fn();
  const { container } = render(
    <SessionContext value={{ commenting, people: { others } } as unknown as PageSession}>
      <Profiler id="marks" onRender={onRender}>
        <LayerMarks id="h1" />
      </Profiler>
    </SessionContext>,
  );
  return { commenting, others, onRender, container };
}

describe('the marks of a layer', () => {
  it('say who has the node selected or types in it, each once', () => {
    const { others, container } = show();
    expect(container).toBeEmptyDOMElement();
    act(() => others.set([person('a', 'Ada', ['h1']), person('a2', 'Ada', ['h1']), person('b', 'Ben', ['h2']), person('c', '', [], { editing: 'h1' })]));
    expect(screen.getByText(', selected by Ada, Somebody')).toBeInTheDocument();
    act(() => others.set([]));
    expect(container).toBeEmptyDOMElement();
  });

  it('are not drawn anew by cursors, and by what happens to others', () => {
    const { others, commenting, onRender } = show();
    act(() => others.set([person('a', 'Ada', ['h1'])]));
    onRender.mockClear();
    act(() => {
      others.set([person('a', 'Ada', ['h1'], { cursor: { node: 'h1', x: 1, y: 2 } }), person('b', 'Ben', ['h2'])]);
      commenting.markers.set([{ node: 'h2', count: 1, label: 'Comment by Ben' }]);
    });
    expect(onRender).not.toHaveBeenCalled();
  });

  it('count the comments, and open them', async () => {
    const { commenting } = show();
    act(() => commenting.markers.set([{ node: 'h1', count: 2, label: '2 comments by Ada' }]));
    const button = screen.getByRole('button', { name: '2 comments by Ada' });
    expect(button).toHaveTextContent('2');
    await userEvent.click(button);
    expect(commenting.isOpen.get()).toBe(true);
  });
});
