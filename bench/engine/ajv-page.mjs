// The props of every node by Ajv, compiled from the same schemas. The formats of texts are checked as far as the engine checks them;
// `image`, a format of objects, is not: Ajv's formats are of texts and numbers alone.
import { Ajv2020 } from 'ajv/dist/2020.js';

const formats = {
  url: /^$|^(?:https?|mailto|tel|sms):|^(?![a-z][a-z0-9+.-]*:)/i,
  color: /^(?:#[0-9a-f]{3,8}|[a-z]+|(?:rgb|hsl|oklch|color|var)\(.*\))?$/i,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:/i,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'rich-text': true,
  image: true,
};

export class AjvPages {
  constructor(library) {
    const ajv = new Ajv2020({ strict: false, formats });
    this.validators = Object.fromEntries(
      library.components.map(({ definition }) => [definition.name, ajv.compile(definition.props ?? { type: 'object' })]),
    );
  }

  // Every node with what checks it; found once, as the engine's side does.
  subjects(document) {
    const found = [];
    const visit = (list) => {
      for (const node of list) {
        found.push({ validate: this.validators[node.component], props: node.props });
        for (const below of Object.values(node.children ?? {})) visit(below);
      }
    };
    visit(document.components);
    return found;
  }

  // The number of nodes that have a fault.
  static countFaults(subjects) {
    let faults = 0;
    for (const { validate, props } of subjects) if (!validate(props)) faults++;
    return faults;
  }
}
