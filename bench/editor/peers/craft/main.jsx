// Craft.js as its documentation sets it up: every component connects its own element, whoever has components inside is a canvas, and a text is a field
// that sets the prop with every key. Craft.js has no panels of its own: beside the page is one with the props of what is selected.
import { Editor, Frame, useEditor, useNode } from '@craftjs/core';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

import { Button, Card, Grid, Section } from '../components.jsx';
import { fetchPage, showReady, showSelected } from '../page.js';

function connected(Component) {
  return function Connected(props) {
    const { connectors } = useNode();
    return <Component {...props} root={(element) => element && connectors.connect(connectors.drag(element))} slot={(className) => <div className={className}>{props.children}</div>} />;
  };
}

function GridOfCells({ root, ...props }) {
  return (
    <div ref={root}>
      <Grid {...props} />
    </div>
  );
}

function EditedHeading(props) {
  const { connectors, actions, isSelected } = useNode((node) => ({ isSelected: node.events.selected }));
  const typed = (event) => {
    const { textContent } = event.target;
    actions.setProp((own) => (own.text = textContent), 500);
  };
  const Level = props.level ?? 'h3';
  return (
    <div ref={(element) => element && connectors.connect(connectors.drag(element))} className={`pw-heading pw-heading--${Level} pw-heading--size-auto pw-heading--start`}>
      <EditedText level={Level} text={props.text} isEdited={isSelected} onInput={typed} />
    </div>
  );
}

// The browser has changed the text by the time that the prop arrives; React is not to write it once more, which would move the caret.
function EditedText({ level: Level, text, isEdited, onInput }) {
  const write = (element) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  return <Level ref={write} className="pw-heading__text" contentEditable={isEdited} suppressContentEditableWarning onInput={onInput} />;
}

const resolver = {
  page: ({ children }) => {
    const { connectors } = useNode();
    return <main ref={(element) => element && connectors.connect(element)}>{children}</main>;
  },
  section: connected(Section),
  grid: connected(GridOfCells),
  heading: EditedHeading,
  card: connected(Card),
  button: connected(Button),
};

function nodesOf(components) {
  const nodes = {};
  const node = (name, props, parent, children, isCanvas) => ({
    type: { resolvedName: name }, props, parent, isCanvas, nodes: children.map(({ id }) => id), linkedNodes: {}, displayName: name, custom: {}, hidden: false,
  });
  const add = ({ id, component, props, children }, parent) => {
    const inside = children?.content ?? [];
    nodes[id] = node(component, props, parent, inside, children !== undefined);
    for (const child of inside) add(child, id);
  };
  nodes.ROOT = node('page', {}, undefined, components, true);
  for (const component of components) add(component, 'ROOT');
  return nodes;
}

function Panel() {
  const { id, name, props, actions } = useEditor((state) => {
    const [selected] = state.events.selected;
    const found = selected && state.nodes[selected];
    return { id: selected, name: found?.data.name, props: found?.data.props };
  });
  useEffect(() => showSelected(name ?? ''), [name]);
  const fields = Object.entries(props ?? {}).filter(([, value]) => typeof value === 'string');
  return (
    <aside style={{ width: 280 }}>
      {fields.map(([key, value]) => (
        <label key={key}>
          {key}
          <input value={value} onChange={({ target }) => actions.setProp(id, (own) => (own[key] = target.value))} />
        </label>
      ))}
    </aside>
  );
}

// Puts what the benchmark tells into Craft.js's own calls.
function Told({ sectionId, headingId }) {
  const { actions, query } = useEditor();
  useEffect(() => {
    let inserted = null;
    globalThis.peer = {
      select: (what) => actions.selectNode(what === 'section' ? sectionId : headingId),
      changeTitle: (title) => actions.setProp(sectionId, (props) => (props.title = title)),
      insert: () => {
        const { text, level } = query.node(headingId).get().data.props;
        const node = query.parseFreshNode({ data: { type: resolver.heading, props: { text, level } } }).toNode();
        inserted = node.id;
        actions.add(node, sectionId, 1);
      },
      remove: () => actions.delete(inserted),
      undo: () => actions.history.undo(),
    };
    showReady();
  }, [actions, query, sectionId, headingId]);
  return null;
}

const components = await fetchPage();
createRoot(document.querySelector('#editor')).render(
  <Editor resolver={resolver}>
    <div style={{ display: 'flex', height: '100vh' }}>
      <div style={{ flex: 1, overflow: 'auto' }}>
        <Frame data={nodesOf(components)} />
      </div>
      <Panel />
    </div>
    <Told sectionId={components[0].id} headingId={components[0].children.content[0].id} />
  </Editor>,
);
