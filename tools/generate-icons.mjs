// Writes partials/icon.liquid of the components that draw icons, from the sets that library/icons.json names, and keeps the sets' licences beside
// them. A name "key:key-round" is offered as "key" and drawn as "key-round". Icons of Lucide are strokes, those of Bootstrap are filled; each component's style says so.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { joinPaths } from './library/svg-paths.mjs';

const packageFolder = (name) => dirname(createRequire(join(process.cwd(), 'editor/package.json')).resolve(`${name}/package.json`));

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const element = ([tag, attributes]) =>
  `<${tag} ${Object.entries(attributes).filter(([name]) => name !== 'key').map(([name, value]) => `${name}="${escaped(String(value))}"`).join(' ')}/>`;

// Strokes of one icon: its paths as one, then its other shapes.
async function lucide(folder, name) {
  const { __iconData } = await import(pathToFileURL(join(folder, `dist/esm/icons/${name}.mjs`)).href);
  const isPlain = ([tag, attributes]) => tag === 'path' && Object.keys(attributes).every((each) => each === 'd' || each === 'key');
  const paths = __iconData.node.filter(isPlain).map(([, { d }]) => d);
  const others = __iconData.node.filter((node) => !isPlain(node)).map(element);
  return [...(paths.length > 0 ? [`<path d="${joinPaths(paths)}"/>`] : []), ...others].join('');
}

function bootstrap(folder, name) {
  const svg = readFileSync(join(folder, `icons/${name}.svg`), 'utf8');
  return svg.replace(/^<svg[^>]*>\s*/, '').replace(/\s*<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
}

const sets = {
  'lucide-react': { title: 'Lucide', licence: 'ISC', file: 'lucide.txt', size: 24, read: lucide },
  'bootstrap-icons': { title: 'Bootstrap Icons', licence: 'MIT', file: 'bootstrap-icons.txt', size: 16, read: bootstrap },
};

mkdirSync('library/licences', { recursive: true });
for (const [component, { package: name, names }] of Object.entries(JSON.parse(readFileSync('library/icons.json', 'utf8')))) {
  const folder = packageFolder(name);
  const set = sets[name];
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const branches = [];
  for (const [shown, file = shown] of names.map((each) => each.split(':')))
    branches.push(`  {%- when "${shown}" -%}\n  ${await set.read(folder, file)}`);
  const partials = `library/components/${component}/partials`;
  if (!existsSync(partials)) mkdirSync(partials, { recursive: true });
  writeFileSync(
    `${partials}/icon.liquid`,
    `{%- comment %} ${set.title} ${version}, ${set.licence}: library/licences/${set.file}. Written by tools/generate-icons.mjs. {% endcomment -%}
<svg class="pw-${component}__icon" viewBox="0 0 ${set.size} ${set.size}" aria-hidden="true">
  {%- case name %}
${branches.join('\n')}
  {%- endcase -%}
</svg>
`,
  );
  writeFileSync(`library/licences/${set.file}`, readFileSync(join(folder, 'LICENSE'), 'utf8'));
}
