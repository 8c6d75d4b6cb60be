// What a new component begins with: a small example, or a copy of another one.
import { formatJson } from '../../code/format-json.ts';
import { type ComponentTexts, textsOf, type Written } from './component-texts.ts';

const longestName = 64;

/** "Opening Hours" → "opening-hours". Empty where nothing of it can stand in a name. */
export function nameFrom(displayName: string): string {
  return displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, longestName)
    .replace(/-+$/, '');
}

/** What is wrong with the name of a component, or of its partial; undefined: nothing. */
export function nameFault(name: string, taken: ReadonlySet<string>, thing: 'component' | 'partial' = 'component'): string | undefined {
  if (name === '') return `A ${thing} needs a name.`;
  if (!/^[a-z]/.test(name)) return 'The name begins with a small letter.';
  if (!/^[a-z0-9-]*$/.test(name)) return 'Small letters, digits and hyphens only: opening-hours.';
  if (name.length > longestName) return `At most ${String(longestName)} characters.`;
  if (taken.has(name)) return `There is a ${thing} “${name}” already.`;
  return undefined;
}

export function exampleComponent(name: string, displayName: string): ComponentTexts {
  const definition = {
    name,
    display_name: displayName,
    description: 'A line that invites, and a place for more below it.',
    category: 'content',
    version: '1.0.0',
    keywords: [],
    slots: { content: { display_name: 'Content' } },
    props: {
      type: 'object',
      properties: {
        title: { type: 'string', title: 'Title', default: 'Come and see us', maxLength: 120 },
        tone: { type: 'string', title: 'Tone', enum: ['calm', 'loud'], default: 'calm' },
      },
    },
    config_ui: {
      groups: [{ name: 'content', label: 'Content', props: ['title', 'tone'] }],
      controls: { tone: { control: 'segmented', labels: { calm: 'Calm', loud: 'Loud' } } },
    },
  };
  const block = `pw-${name}`;
  const template = `<section class="${block} ${block}--{{ tone }}">
  <p class="${block}__title" {% editable title %}>{{ title }}</p>
  <div class="${block}__content">{% slot "content" %}</div>
</section>
`;
  const style = `.${block} {
  padding: var(--space-6);
  border-radius: var(--radius-large);
  background: var(--color-primary-soft);
}

.${block}__title {
  color: var(--color-primary);
  font-size: var(--font-size-2xl);
}

.${block}--loud .${block}__title {
  font-weight: var(--font-weight-bold);
}
`;
  return { definition: formatJson(definition), template, style, partials: {}, sample: formatJson({ props: { title: 'Open day on Saturday', tone: 'calm' } }) };
}

/** Its classes are named after it, and its versions begin anew. */
export function copyOf(original: Written, name: string, displayName: string): ComponentTexts {
  const { migrations: _, ...definition } = original.definition as { name: string; migrations?: unknown };
  const classes = new RegExp(`\\bpw-${definition.name}(?![a-z0-9])`, 'g');
  const renamed = (text: string) => text.replace(classes, `pw-${name}`);
  const partials = Object.fromEntries(Object.entries(original.partials ?? {}).map(([partial, text]) => [partial, renamed(text)]));
  return textsOf({
    definition: { ...definition, name, display_name: displayName, version: '1.0.0' },
    template: renamed(original.template),
    style: renamed(original.style),
    partials,
    sample: original.sample,
  });
}
