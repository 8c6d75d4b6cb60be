// The same components as in library/components, written for React 19: what renderToStaticMarkup makes of them equals the engine's bytes.
import { createElement as h, Fragment } from 'react';

const none = '';

function Section({ eyebrow = none, title = 'Section title', intro = none, anchor = none, width = 'content', align = 'start', spacing = 'medium', tone = 'plain', slots }) {
  return h('section', { className: `pw-section pw-section--${tone} pw-section--space-${spacing} pw-section--${align}`, id: anchor || undefined },
    h('div', { className: `pw-section__inner pw-section__inner--${width}` },
      h('div', { className: 'pw-section__header' },
        eyebrow !== '' && h('p', { className: 'pw-section__eyebrow' }, eyebrow),
        title !== '' && h('h2', { className: 'pw-section__title' }, title),
        intro !== '' && h('p', { className: 'pw-section__intro' }, intro)),
      h('div', { className: 'pw-section__content' }, slots('content'))));
}

function Grid({ columns = 3, gap = 'medium', cell = 'medium', align = 'stretch', slots }) {
  return h('div', { className: `pw-grid pw-grid--columns-${columns} pw-grid--cell-${cell} pw-grid--gap-${gap} pw-grid--align-${align}` }, slots('content'));
}

function Heading({ text = 'Heading', eyebrow = none, level = 'h2', size = 'auto', align = 'start', anchor = none }) {
  return h('div', { className: `pw-heading pw-heading--${level} pw-heading--size-${size} pw-heading--${align}`, id: anchor || undefined },
    eyebrow !== '' && h('p', { className: 'pw-heading__eyebrow' }, eyebrow),
    h(level, { className: 'pw-heading__text' }, text));
}

function Card({ image = {}, eyebrow = none, title = 'Card title', text = 'A sentence or two about this topic.', link_label = none, url = none, level = 'h3', layout = 'vertical', ratio = 'landscape', align = 'start', tone = 'surface', slots }) {
  return h('article', { className: `pw-card pw-card--${layout} pw-card--${tone} pw-card--${align}` },
    image.src && h('div', { className: `pw-card__media pw-card__media--${ratio}` },
      h('img', { className: 'pw-card__image', src: image.src, alt: image.alt, loading: 'lazy' })),
    h('div', { className: 'pw-card__body' },
      eyebrow !== '' && h('p', { className: 'pw-card__eyebrow' }, eyebrow),
      title !== '' && h(level, { className: 'pw-card__title' }, title),
      text !== '' && h('p', { className: 'pw-card__text' }, text),
      h('div', { className: 'pw-card__content' }, slots('content')),
      link_label !== '' && url !== '' && h('p', { className: 'pw-card__more' }, h('a', { className: 'pw-card__link', href: url }, link_label))));
}

function Button({ label = 'Get started', url = '#', variant = 'primary', size = 'medium', full_width = false, arrow = false, new_tab = false }) {
  return h('span', { className: `pw-button pw-button--${variant} pw-button--${size}${full_width ? ' pw-button--full' : ''}${arrow ? ' pw-button--arrow' : ''}` },
    h('a', { className: 'pw-button__control', href: url, target: new_tab ? '_blank' : undefined, rel: new_tab ? 'noopener' : undefined },
      h('span', { className: 'pw-button__label' }, label)));
}

const components = { section: Section, grid: Grid, heading: Heading, card: Card, button: Button };

function Node({ node }) {
  const slots = (name) => (node.children?.[name] ?? []).map((child) => h(Node, { key: child.id, node: child }));
  return h(components[node.component], { ...node.props, slots });
}

export function Page({ document }) {
  return h(Fragment, null, document.components.map((node) => h(Node, { key: node.id, node })));
}
