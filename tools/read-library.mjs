// The library in library/, as the engine's load_library call takes it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readPartials } from './library/partials.mjs';

export function readLibrary(root) {
  const folder = join(root, 'library/components');
  const components = readdirSync(folder)
    .sort()
    .map((name) => ({
      definition: JSON.parse(readFileSync(join(folder, name, 'component.json'), 'utf8')),
      template: readFileSync(join(folder, name, 'template.liquid'), 'utf8'),
      style: readFileSync(join(folder, name, 'style.css'), 'utf8'),
      partials: readPartials(join(folder, name)),
    }));
  return {
    components,
    tokens: JSON.parse(readFileSync(join(root, 'library/themes/pagewright.json'), 'utf8')),
    baseCss: readFileSync(join(root, 'library/themes/base.css'), 'utf8'),
  };
}
