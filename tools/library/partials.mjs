// The partials of a component's folder: partials/<name>.liquid, each rendered by its template or by another of them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const fileName = /^[a-z][a-z0-9-]{0,63}\.liquid$/;

/** Name → source, in the order of the names. */
export function readPartials(folder) {
  const files = existsSync(join(folder, 'partials')) ? readdirSync(join(folder, 'partials')).sort() : [];
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.liquid$/, ''), readFileSync(join(folder, 'partials', file), 'utf8')]),
  );
}

// {% render "name" %}, also as a line of {% liquid %}.
const renderedIn = (liquid) => [...liquid.matchAll(/\brender\s+["']([^"']*)["']/g)].map((match) => match[1]);

/** Faults of files that are no partials or that nothing renders. What is wrong in them, the engine finds. */
export function checkPartials(folder, template) {
  if (!existsSync(join(folder, 'partials'))) return [];
  const partials = readPartials(folder);
  const rendered = new Set(renderedIn(template));
  for (const name of rendered) for (const inner of renderedIn(partials[name] ?? '')) rendered.add(inner);
  return readdirSync(join(folder, 'partials')).flatMap((file) => {
    if (!fileName.test(file)) return [`partials/${file} must be <name>.liquid: small letters, digits and dashes`];
    return rendered.has(file.replace(/\.liquid$/, '')) ? [] : [`partials/${file}: nothing renders it`];
  });
}
