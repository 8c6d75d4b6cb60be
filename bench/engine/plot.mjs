// What bench/RESULTS.md shows of the engine as a picture: cost against size.
import { plotPanels } from '../measuring/plot.mjs';

// Powers of ten, as an axis has them.
const writeBytes = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} kB` : `${bytes / 1e6} MB`);

export function plotOf({ rows }) {
  // The points of a line; sizes at which there is no figure are left out.
  const line = (name, kind, figure) => ({ name, kind, points: rows.map((row) => [row.size, figure(row)]).filter(([, value]) => value !== undefined) });
  const own = (name, key, kind = 'own') => line(name, kind, ({ native }) => native[key]?.time);
  const peer = (name, key, kind) => line(name, kind, ({ peers }) => peers?.[key]);
  return plotPanels({
    title: 'Cost against the number of nodes',
    description: 'Six panels with logarithmic axes. Rendering, validation and opening grow as the page does; a change, its patch and a snapshot stay nearly level.',
    panels: [
      { title: 'Rendering', lines: [own('Engine', 'body'), peer('React', 'react', 'first'), peer('Handlebars', 'handlebars', 'second'), peer('LiquidJS', 'liquidjs', 'third')] },
      {
        title: 'Finding ten edits',
        lines: [
          own('Engine, versions', 'diff'), own('Engine, apart', 'diffApart', 'ownToo'),
          peer('jsondiffpatch', 'jsondiffpatch', 'first'), peer('fast-json-patch', 'fast-json-patch', 'second'),
        ],
      },
      { title: 'Validating all props', lines: [own('Engine', 'validate'), peer('Ajv', 'validation', 'first')] },
      { title: 'Opening from JSON', lines: [own('Engine', 'open'), line('In Chromium', 'ownToo', ({ browser }) => browser && browser.first * 1000), peer('JSON.parse', 'jsonParse', 'first')] },
      { title: 'One prop changed, snapshot', lines: [own('Change, patch', 'setProp'), own('Snapshot', 'snapshot', 'ownToo')] },
      { title: 'Memory of the document', write: writeBytes, lines: [line('Engine', 'own', ({ size, native }) => size * native.memory.bytes_per_node)] },
    ],
  });
}
