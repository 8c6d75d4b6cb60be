// The same components as in library/components, written for Handlebars: its output equals the engine's bytes, but for the entity that
// it chooses for " ' and =.
import Handlebars from 'handlebars';

const templates = {
  section:
    '<section class="pw-section pw-section--{{tone}} pw-section--space-{{spacing}} pw-section--{{align}}"{{#if anchor}} id="{{anchor}}"{{/if}}><div class="pw-section__inner pw-section__inner--{{width}}"><div class="pw-section__header">{{#if eyebrow}}<p class="pw-section__eyebrow">{{eyebrow}}</p>{{/if}}{{#if title}}<h2 class="pw-section__title">{{title}}</h2>{{/if}}{{#if intro}}<p class="pw-section__intro">{{intro}}</p>{{/if}}</div><div class="pw-section__content">{{{content}}}</div></div></section>',
  grid: '<div class="pw-grid pw-grid--columns-{{columns}} pw-grid--cell-{{cell}} pw-grid--gap-{{gap}} pw-grid--align-{{align}}">{{{content}}}</div>',
  heading:
    '<div class="pw-heading pw-heading--{{level}} pw-heading--size-{{size}} pw-heading--{{align}}"{{#if anchor}} id="{{anchor}}"{{/if}}>{{#if eyebrow}}<p class="pw-heading__eyebrow">{{eyebrow}}</p>{{/if}}<{{level}} class="pw-heading__text">{{text}}</{{level}}></div>',
  card:
    '<article class="pw-card pw-card--{{layout}} pw-card--{{tone}} pw-card--{{align}}">{{#if image.src}}<div class="pw-card__media pw-card__media--{{ratio}}"><img class="pw-card__image" src="{{image.src}}" alt="{{image.alt}}" loading="lazy"></div>{{/if}}<div class="pw-card__body">{{#if eyebrow}}<p class="pw-card__eyebrow">{{eyebrow}}</p>{{/if}}{{#if title}}<{{level}} class="pw-card__title">{{title}}</{{level}}>{{/if}}{{#if text}}<p class="pw-card__text">{{text}}</p>{{/if}}<div class="pw-card__content">{{{content}}}</div>{{#if link_label}}<p class="pw-card__more"><a class="pw-card__link" href="{{url}}">{{link_label}}</a></p>{{/if}}</div></article>',
  button:
    '<span class="pw-button pw-button--{{variant}} pw-button--{{size}}{{#if full_width}} pw-button--full{{/if}}{{#if arrow}} pw-button--arrow{{/if}}"><a class="pw-button__control" href="{{url}}"{{#if new_tab}} target="_blank" rel="noopener"{{/if}}><span class="pw-button__label">{{label}}</span></a></span>',
};

const defaults = {
  section: { eyebrow: '', title: 'Section title', intro: '', anchor: '', width: 'content', align: 'start', spacing: 'medium', tone: 'plain' },
  grid: { columns: 3, gap: 'medium', cell: 'medium', align: 'stretch' },
  heading: { text: 'Heading', eyebrow: '', level: 'h2', size: 'auto', align: 'start', anchor: '' },
  card: { eyebrow: '', title: 'Card title', text: 'A sentence or two about this topic.', link_label: '', url: '', level: 'h3', layout: 'vertical', ratio: 'landscape', align: 'start', tone: 'surface' },
  button: { label: 'Get started', url: '#', variant: 'primary', size: 'medium', full_width: false, arrow: false, new_tab: false },
};

const compiled = Object.fromEntries(Object.entries(templates).map(([name, source]) => [name, Handlebars.compile(source)]));

function renderNode(node) {
  const content = (node.children?.content ?? []).map(renderNode).join('');
  return compiled[node.component]({ ...defaults[node.component], ...node.props, content });
}

export function renderPage(document) {
  return document.components.map(renderNode).join('');
}
