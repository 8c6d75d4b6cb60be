import { FileText } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';

import type { EngineRefusal } from '../../engine/engine.ts';
import { destinationsFor } from '../../session/arranging.ts';
import { labelOfNodes, moveNodes } from '../../session/commands.ts';
import { conversionsOf, convertNode, type Conversion } from '../../session/converting.ts';
import { useSession } from '../../session/react.ts';
import { tellRefusal } from '../../session/refusals.ts';
import { inPageOrder } from '../../session/selected-nodes.ts';
import { wrapNodes, wrappersFor } from '../../session/wrapping.ts';
import { ComponentIcon } from '../../ui/component-icon.tsx';

import { ChoiceDialog, type Choice } from './choice-dialog.tsx';

// The dialogs in which commands ask what they can't know: where to, around what, to what.
export function ArrangeDialogs() {
  const session = useSession();
  const question = useSyncExternalStore(session.question.subscribe, session.question.get);
  switch (question) {
    case 'move-to':
      return <MoveTo />;
    case 'wrap':
      return <WrapIn />;
    case 'convert':
      return <ConvertTo />;
    case null:
      return null;
  }
}

function useAnswer() {
  const session = useSession();
  const close = () => session.question.set(null);
  const answer = (refusal: EngineRefusal | null) => {
    close();
    tellRefusal(session, refusal);
  };
  return { close, answer };
}

function useSelected(): readonly string[] {
  const session = useSession();
  // As it was when the dialog opened: what others change meanwhile is checked when the answer is given.
  return useMemo(() => inPageOrder(session.tree, session.state.get().selected), [session]);
}

function MoveTo() {
  const session = useSession();
  const { close, answer } = useAnswer();
  const ids = useSelected();
  const destinations = useMemo(() => destinationsFor(session, ids), [session, ids]);
  const choices = destinations.map(({ id, label, words, path }, index): Choice => {
    const component = session.tree.node(id ?? '')?.component ?? '';
    const icon = id === null ? <FileText size={16} /> : <ComponentIcon name={component} category={session.library.find(component)?.category} size={16} />;
    return { id: String(index), label: words === '' ? label : `${label}: ${words}`, detail: id === null ? 'At the end of the page' : `On the page${path === '' ? '' : ` › ${path}`}`, icon };
  });
  return (
    <ChoiceDialog
      title={`Move ${labelOfNodes(session, ids)} to…`}
      description="To the end of what you choose."
      searchLabel="Find a container"
      choices={choices}
      empty="Nothing on this page takes it."
      onActivate={(choice) => session.hover(destinations[Number(choice?.id ?? NaN)]?.id ?? null)}
      onClose={close}
      onChoose={({ id }) => {
        const destination = destinations[Number(id)];
        answer(destination ? moveNodes(session, ids, destination.place) : null);
      }}
    />
  );
}

function WrapIn() {
  const session = useSession();
  const { close, answer } = useAnswer();
  const ids = useSelected();
  const choices = useMemo(
    () =>
      wrappersFor(session, ids).map(
        ({ name, display_name, description = '', category }): Choice => ({ id: name, label: display_name, detail: description, icon: <ComponentIcon name={name} category={category} size={16} /> }),
      ),
    [session, ids],
  );
  return (
    <ChoiceDialog
      title={`Wrap ${labelOfNodes(session, ids)} in…`}
      description="What you choose is put around it."
      searchLabel="Find a component"
      choices={choices}
      empty="No component can stand around it here."
      onClose={close}
      onChoose={({ id }) => answer(wrapNodes(session, ids, id))}
    />
  );
}

function ConvertTo() {
  const session = useSession();
  const { close, answer } = useAnswer();
  const [node = ''] = useSelected();
  const conversions = useMemo(() => conversionsOf(session, node), [session, node]);
  const choices = conversions.map(
    (conversion): Choice => ({
      id: conversion.definition.name,
      label: conversion.definition.display_name,
      detail: whatIsKept(conversion),
      icon: <ComponentIcon name={conversion.definition.name} category={conversion.definition.category} size={16} />,
    }),
  );
  return (
    <ChoiceDialog
      title={`Convert ${labelOfNodes(session, [node])} to…`}
      description="What fits is kept: settings of the same name, the style, and what it holds."
      searchLabel="Find a component"
      choices={choices}
      empty="No other component could keep anything of it."
      onClose={close}
      onChoose={({ id }) => {
        const conversion = conversions.find(({ definition }) => definition.name === id);
        answer(conversion ? convertNode(session, node, conversion) : null);
      }}
    />
  );
}

// "Keeps Title, Text and 3 components. 1 component is lost."
function whatIsKept({ definition, props, places, lost }: Conversion): string {
  const kept = Object.keys(props).map((key) => definition.props?.properties?.[key]?.title ?? key);
  if (places.length > 0) kept.push(counted(places.length));
  return `Keeps ${new Intl.ListFormat('en').format(kept)}.${lost > 0 ? ` Loses ${counted(lost)}.` : ''}`;
}

function counted(count: number): string {
  return count === 1 ? '1 component' : `${String(count)} components`;
}
