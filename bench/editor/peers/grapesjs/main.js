// GrapesJS with its own panels and canvas. Each of our components is a component type whose view writes the same markup, so that the page has as many
// components as ours; from HTML alone it would make a component of every element, several times as many.
import 'grapesjs/dist/css/grapes.min.css';

import grapesjs from 'grapesjs';

import { fetchPage, showReady, showSelected } from '../page.js';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// `root` is the outermost element's tag and class, `inside` its markup, with what stands inside in the element that has data-slot.
const templates = {
  section: {
    root: (props) => ['section', `pw-section pw-section--${props.tone} pw-section--space-medium pw-section--start`],
    inside: ({ title, intro }) =>
      `<div class="pw-section__inner pw-section__inner--content"><div class="pw-section__header"><h2 class="pw-section__title">${escaped(title)}</h2>`
      + `<p class="pw-section__intro">${escaped(intro)}</p></div><div class="pw-section__content" data-slot></div></div>`,
  },
  grid: { root: () => ['div', 'pw-grid pw-grid--columns-3 pw-grid--cell-medium pw-grid--gap-medium pw-grid--align-stretch'] },
  card: {
    root: () => ['article', 'pw-card pw-card--vertical pw-card--surface pw-card--start'],
    inside: ({ title, text, link_label: label, url }) =>
      `<div class="pw-card__body"><h3 class="pw-card__title">${escaped(title)}</h3><p class="pw-card__text">${escaped(text)}</p>`
      + `<div class="pw-card__content" data-slot></div><p class="pw-card__more"><a class="pw-card__link" href="${escaped(url)}">${escaped(label)}</a></p></div>`,
  },
  heading: {
    root: () => ['div', 'pw-heading pw-heading--h3 pw-heading--size-auto pw-heading--start'],
    content: ({ text }) => `<h3 class="pw-heading__text">${escaped(text)}</h3>`,
  },
  button: {
    root: () => ['span', 'pw-button pw-button--primary pw-button--medium'],
    content: ({ label, url }) => `<a class="pw-button__control" href="${escaped(url)}"><span class="pw-button__label">${escaped(label)}</span></a>`,
  },
};

function definitionOf({ component, props, children }) {
  const { root, content } = templates[component];
  const [tagName, className] = root(props);
  const own = content ? { content: content(props) } : { own: props, title: props.title };
  return { type: component, tagName, attributes: { class: className }, ...own, ...(children ? { components: children.content.map(definitionOf) } : {}) };
}

function defineTypes(editor) {
  for (const [name, { inside, content }] of Object.entries(templates)) {
    const traits = content ? [] : [{ type: 'text', name: 'title', changeProp: true }];
    editor.Components.addType(name, {
      extend: content ? 'text' : 'default',
      model: { defaults: { traits } },
      view: inside && {
        init() {
          this.listenTo(this.model, 'change:title', () => (this.el.querySelector('h2, h3').textContent = this.model.get('title')));
        },
        getChildrenContainer() {
          if (!this.slot) {
            this.el.innerHTML = inside(this.model.get('own'));
            this.slot = this.el.querySelector('[data-slot]');
          }
          return this.slot;
        },
      },
    });
  }
}

const components = await fetchPage();
const editor = grapesjs.init({
  container: '#editor',
  height: '100vh',
  storageManager: false,
  cssIcons: '', // a font from another host
  canvas: { styles: ['/page.css'] },
  plugins: [defineTypes],
  components: components.map(definitionOf),
});

const section = () => editor.getWrapper().components().at(0);
const heading = () => section().components().at(0);
let inserted = null;

globalThis.peer = {
  select: (what) => editor.select(what === 'section' ? section() : heading()),
  changeTitle: (title) => section().set('title', title),
  insert: () => {
    [inserted] = section().append(heading().clone(), { at: 1 });
  },
  remove: () => inserted.remove(),
  undo: () => editor.UndoManager.undo(),
};

editor.on('component:selected', (component) => showSelected(component.get('type')));
editor.onReady(showReady);
