// Puck as its documentation sets it up: slots for what stands inside, a config of typed fields, the canvas in its iframe, texts edited where they stand.
import '@puckeditor/core/no-external.css'; // puck.css without a font from another host

import { createUsePuck, Puck, useGetPuck } from '@puckeditor/core';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

import { Button, Card, Grid, Heading, Section } from '../components.jsx';
import { countDrop, fetchPage, showReady, showSelected } from '../page.js';

const text = { type: 'text' };
const slot = { type: 'slot' };

// `inline` leaves out the element that Puck would put around a component.
const leaf = (Component, fields, defaultProps) => ({
  inline: true,
  fields,
  defaultProps,
  render: ({ puck, ...props }) => <Component {...props} root={puck.dragRef} />,
});
const container = (Component, fields) => ({
  inline: true,
  fields: { ...fields, content: slot },
  render: ({ puck, content: Content, ...props }) => <Component {...props} root={puck.dragRef} slot={(className) => <Content className={className} />} />,
});
const GridOfCells = ({ root, ...props }) => (
  <div ref={root}>
    <Grid {...props} />
  </div>
);

const config = {
  components: {
    section: container(Section, { title: text, intro: { type: 'textarea' }, tone: text }),
    grid: container(GridOfCells, { columns: { type: 'number' } }),
    heading: leaf(Heading, { text: { type: 'text', contentEditable: true }, level: text }, { text: 'Heading', level: 'h3' }),
    card: container(Card, { title: text, text: { type: 'textarea' }, link_label: text, url: text }),
    button: leaf(Button, { label: text, url: text }, { label: 'Button', url: '#' }),
  },
};

function itemOf({ id, component, props, children }) {
  return { type: component, props: { ...props, id, ...(children ? { content: children.content.map(itemOf) } : {}) } };
}

const usePuck = createUsePuck();

// Puts what the benchmark tells into Puck's own calls.
function Told() {
  const getPuck = useGetPuck();
  const selected = usePuck((state) => state.selectedItem?.type ?? '');
  useEffect(() => showSelected(selected), [selected]);
  useEffect(() => {
    const { appState } = getPuck();
    const sectionId = appState.data.content[0].props.id;
    const headingZone = `${sectionId}:content`;
    globalThis.peer = {
      select: (what) => {
        const itemSelector = what === 'section' ? { index: 0 } : { index: 0, zone: headingZone };
        getPuck().dispatch({ type: 'setUi', ui: { itemSelector } });
      },
      changeTitle: (title) => {
        const { dispatch, getItemById } = getPuck();
        const data = getItemById(sectionId);
        dispatch({ type: 'replace', destinationIndex: 0, destinationZone: 'root:default-zone', data: { ...data, props: { ...data.props, title } } });
      },
      insert: () => getPuck().dispatch({ type: 'duplicate', sourceIndex: 0, sourceZone: headingZone }),
      remove: () => getPuck().dispatch({ type: 'remove', index: 1, zone: headingZone }),
      undo: () => getPuck().history.back(),
    };
    showReady();
  }, [getPuck]);
  return null;
}

const data = { content: (await fetchPage()).map(itemOf), root: {} };
createRoot(document.querySelector('#editor')).render(
  <Puck config={config} data={data} onAction={({ type }) => (type === 'move' || type === 'reorder') && countDrop()}>
    <Puck.Layout />
    <Told />
  </Puck>,
);
