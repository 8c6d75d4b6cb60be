// The library is data: this checks that its parts fit together. Components, themes, templates and illustrations; see
// docs/formats/component.md and template.md. The engine checks schemas and templates themselves when it compiles them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { checkContrast, resolveTokens } from './library/contrast.mjs';
import { checkIcons } from './library/icons.mjs';
import { checkNodes, countMainHeadings } from './library/nodes.mjs';
import { checkPartials, readPartials } from './library/partials.mjs';
import { reportFaults } from './source-files.mjs';

const root = 'library/';
const parts = ['component.json', 'template.liquid', 'style.css', 'sample.json'];
const categories = ['layout', 'content', 'form', 'media', 'data'];
const faults = [];

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    faults.push(`${path}: ${error.message}`);
    return null;
  }
}

function checkStyle(path, css, known, prefix) {
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  const declared = new Set([...text.matchAll(/(?:^|[{;\s])(--[\w-]+)\s*:/g)].map((match) => match[1]));
  for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
    if (!known.has(name) && !declared.has(name)) faults.push(`${path}: ${name} is no token and is not declared here`);
  }
  for (const name of declared) {
    if (prefix && !name.startsWith(`--${prefix}-`) && !known.has(name))
      faults.push(`${path}: ${name} must start with --${prefix}-`);
  }
  const selectors = text.replace(/"[^"]*"/g, '').replace(/\{[^{}]*\}/g, '{}');
  for (const [, name] of selectors.matchAll(/\.([A-Za-z_][\w-]*)/g)) {
    if (!prefix || !(name === prefix || name.startsWith(`${prefix}-`) || name.startsWith(`${prefix}__`)))
      faults.push(`${path}: class .${name} must start with .${prefix ?? '(none: elements only)'}`);
  }
  if (/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|url\(|@import/i.test(text))
    faults.push(`${path}: colours are tokens, and a style sheet loads nothing`);
}

// An output within a class becomes the modifiers' open end: "pw-card--{{ tone }}" is read as "pw-card--".
function checkTemplateClasses(path, template, css, prefix) {
  const styled = [...css.matchAll(/\.([A-Za-z_][\w-]*)/g)].map((match) => match[1]);
  const literal = template.replace(/\{%[^]*?%\}/g, ' ').replace(/\{\{[^]*?\}\}/g, '');
  const classes = new Set(
    [...literal.matchAll(/class="([^"]*)"/g)].flatMap((match) => match[1].split(/\s+/)).filter(Boolean),
  );
  for (const name of classes) {
    const belongs = name === prefix || name.startsWith(`${prefix}-`) || name.startsWith(`${prefix}__`);
    if (!belongs) faults.push(`${path}: class "${name}" must start with "${prefix}"`);
    else if (!styled.some((other) => other === name || (name.endsWith('-') && other.startsWith(name))))
      faults.push(`${path}: class "${name}" has no style`);
  }
}

function checkEditable(path, template, properties) {
  for (const [, prop, content] of template.matchAll(/\{%-?\s*editable\s+(\w+)\s*-?%\}>([^<]*)</g)) {
    if (!(prop in properties)) faults.push(`${path}: editable "${prop}" is no prop`);
    if (!new RegExp(`^\\{\\{-?\\s*${prop}(\\s*\\|\\s*rich_text)?\\s*-?\\}\\}$`).test(content))
      faults.push(`${path}: the element of editable "${prop}" must hold just that prop`);
  }
}

function checkDefinition(path, name, definition) {
  if (definition.name !== name) faults.push(`${path}: name must be "${name}"`);
  if (!categories.includes(definition.category)) faults.push(`${path}: category "${definition.category}" is unknown`);
  const properties = definition.props?.properties ?? {};
  const grouped = (definition.config_ui?.groups ?? []).flatMap((group) => group.props);
  for (const [prop, schema] of Object.entries(properties)) {
    if (!schema.title) faults.push(`${path}: ${prop} has no title`);
    if (!('default' in schema)) faults.push(`${path}: ${prop} has no default`);
    if (schema.type === 'string' && !schema.enum && !schema.maxLength) faults.push(`${path}: ${prop} has no maxLength`);
    if (grouped.filter((other) => other === prop).length !== 1) faults.push(`${path}: ${prop} must stand in one group`);
    const labels = definition.config_ui?.controls?.[prop]?.labels;
    for (const value of labels ? (schema.enum ?? []) : [])
      if (!(value in labels)) faults.push(`${path}: ${prop} has no label for "${value}"`);
  }
  for (const prop of [...grouped, ...Object.keys(definition.config_ui?.controls ?? {})]) {
    if (!(prop in properties)) faults.push(`${path}: config_ui names "${prop}", which is no prop`);
  }
}

// Pages may be rendered with any theme: what one of them has, styles may ask for only if all have it.
const propertiesOf = (tokens) => new Set([...tokens.keys()].map((path) => `--${path.replaceAll('.', '-').toLowerCase()}`));
const themes = readdirSync(`${root}themes`).filter((file) => file.endsWith('.json'));
let customProperties = null;
for (const file of themes) {
  const path = `${root}themes/${file}`;
  const theme = readJson(path) ?? {};
  const { light, dark, faults: tokenFaults } = resolveTokens(theme);
  faults.push(...tokenFaults.map((fault) => `${path}: ${fault}`));
  if (!/^\w+: \S/.test(theme.$description ?? '')) faults.push(`${path}: $description must be the theme's name, a colon, and what it looks like`);
  for (const [scheme, tokens] of [
    ['light', light],
    ['dark', dark],
  ]) {
    faults.push(...checkContrast(tokens).map((fault) => `${path} (${scheme}): ${fault}`));
  }
  const properties = propertiesOf(light);
  customProperties = customProperties?.intersection(properties) ?? properties;
}
checkStyle(`${root}themes/base.css`, readFileSync(`${root}themes/base.css`, 'utf8'), customProperties, null);

const names = readdirSync(`${root}components`).sort();
const definitions = new Map();
for (const name of names) {
  const folder = `${root}components/${name}/`;
  const missing = parts.filter((part) => !existsSync(folder + part));
  faults.push(...missing.map((part) => `${folder}${part} is missing`));
  if (missing.length > 0) continue;
  const definition = readJson(`${folder}component.json`);
  if (!definition) continue;
  definitions.set(name, definition);
  const css = readFileSync(`${folder}style.css`, 'utf8');
  const template = readFileSync(`${folder}template.liquid`, 'utf8');
  checkDefinition(`${folder}component.json`, name, definition);
  checkStyle(`${folder}style.css`, css, customProperties, `pw-${name}`);
  checkTemplateClasses(`${folder}template.liquid`, template, css, `pw-${name}`);
  faults.push(...checkPartials(folder, template).map((fault) => `${folder}${fault}`));
  for (const [partial, liquid] of Object.entries(readPartials(folder)))
    checkTemplateClasses(`${folder}partials/${partial}.liquid`, liquid, css, `pw-${name}`);
  faults.push(...checkIcons(template, readPartials(folder), definition).map((fault) => `${folder}${fault}`));
  checkEditable(`${folder}template.liquid`, template, definition.props?.properties ?? {});
}

const illustrations = readdirSync(`${root}illustrations`);
const isIllustration = (file) => illustrations.includes(file);
for (const [name, definition] of definitions) {
  const folder = `${root}components/${name}/`;
  const defaults = Object.fromEntries(
    Object.entries(definition.props?.properties ?? {}).map(([prop, schema]) => [prop, schema.default]),
  );
  const shown = [
    ['defaults', { props: defaults }],
    ['initial', definition.initial ?? {}],
    ['sample.json', readJson(`${folder}sample.json`) ?? {}],
  ];
  for (const [what, node] of shown)
    faults.push(
      ...checkNodes([{ component: name, ...node }], definitions, isIllustration).map(
        (fault) => `${folder} ${what}: ${fault}`,
      ),
    );
}

for (const file of readdirSync(`${root}templates`)) {
  const path = `${root}templates/${file}`;
  const template = readJson(path);
  if (!template) continue;
  if (`${template.name}.json` !== file) faults.push(`${path}: name must be the file's name`);
  for (const member of ['display_name', 'description', 'category', 'tags'])
    if (!template[member]?.length) faults.push(`${path}: ${member} is missing`);
  const nodes = template.document?.components ?? [];
  faults.push(...checkNodes(nodes, definitions, isIllustration, true).map((fault) => `${path}: ${fault}`));
  const count = countMainHeadings(nodes, definitions);
  if (count !== 1) faults.push(`${path}: has ${count} headings of level 1, must have one`);
}

for (const file of illustrations) {
  const svg = readFileSync(`${root}illustrations/${file}`, 'utf8');
  if (!/^<svg xmlns="[^"]+" width="\d+" height="\d+" viewBox="[\d ]+">/.test(svg))
    faults.push(`${root}illustrations/${file}: the root needs xmlns, width, height and viewBox`);
  if (/<script|\son\w+=|href=|<style|<foreignObject/i.test(svg))
    faults.push(`${root}illustrations/${file}: scripts, links and styles are not allowed`);
}

reportFaults(faults);
if (faults.length === 0)
  console.log(
    `library: ${definitions.size} components, ${illustrations.length} illustrations and ${themes.length} themes fit together`,
  );
