// Writes build/fuzz/seeds/<target>/: real inputs from the library, so that fuzzing starts from what people write.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const seeds = 'build/fuzz/seeds';

function writeSeed(target, name, text) {
  mkdirSync(join(seeds, target), { recursive: true });
  writeFileSync(join(seeds, target, name), text);
}

function foldersIn(folder) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
}

for (const { name } of foldersIn('library/components')) {
  const read = (file) => {
    const path = join('library/components', name, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const definition = read('component.json');
  const sample = read('sample.json');
  writeSeed('json', name, definition);
  writeSeed('liquid', name, `${read('template.liquid')}\0${sample}`);
  if (definition === '') continue;
  writeSeed('schema', name, `${JSON.stringify(JSON.parse(definition).props ?? {})}\0${sample}`);
}

for (const name of existsSync('library/themes') ? readdirSync('library/themes') : []) {
  if (name.endsWith('.json')) writeSeed('token', name, readFileSync(join('library/themes', name), 'utf8'));
}

const text = (value, ...marks) => ({ type: 'text', text: value, ...(marks.length > 0 ? { marks } : {}) });
writeSeed(
  'rich_text',
  'paragraphs',
  JSON.stringify({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('Opening hours')] },
      { type: 'paragraph', content: [text('See '), text('the plan', { type: 'link', attrs: { href: 'https://example.org/' } }), text('.', { type: 'bold' })] },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('Monday')] }] }] },
    ],
  }),
);
