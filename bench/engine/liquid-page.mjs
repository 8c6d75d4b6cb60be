// The library's own templates in LiquidJS, with its escaping on. What differs from the engine: `slot` is a tag of ours here as well,
// `editable` (which leaves no trace in a published page) and the white space between tags are taken out beforehand, and LiquidJS
// escapes every output as text, wherever it stands; it knows no contexts.
import { Context, Liquid, Tag } from 'liquidjs';

// Reads like LiquidJS's own `render` tag: each child's template runs with a scope of its own and writes to the same output.
class Slot extends Tag {
  constructor(token, remaining, liquid) {
    super(token, remaining, liquid);
    this.slot = /"([^"]+)"/.exec(token.args)[1];
  }

  *render(context, emitter) {
    const { children, pages } = context.environments;
    for (const node of children?.[this.slot] ?? [])
      yield this.liquid.renderer.renderTemplates(pages.templates[node.component], pages.contextOf(node), emitter);
  }
}

export class LiquidPages {
  constructor(library, names) {
    this.liquid = new Liquid({ outputEscape: 'escape' });
    this.liquid.registerTag('slot', Slot);
    this.templates = {};
    this.defaults = {};
    for (const { definition, template } of library.components.filter((each) => names.includes(each.definition.name))) {
      const source = template.replaceAll(/ ?\{% editable \w+ %\}/g, '').replaceAll(/\n\s*/g, '');
      this.templates[definition.name] = this.liquid.parse(source);
      this.defaults[definition.name] = Object.fromEntries(
        Object.entries(definition.props.properties).flatMap(([name, schema]) => ('default' in schema ? [[name, schema.default]] : [])),
      );
    }
  }

  contextOf(node) {
    const environment = { ...this.defaults[node.component], ...node.props, children: node.children, pages: this };
    return new Context(environment, this.liquid.options, { sync: true });
  }

  renderPage(document) {
    let html = '';
    for (const node of document.components) html += this.liquid.renderSync(this.templates[node.component], this.contextOf(node));
    return html;
  }
}
