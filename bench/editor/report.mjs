// The editor's part of bench/RESULTS.md.
import { kibibytes, mebibytes, milliseconds, table, times } from '../measuring/figures.mjs';

const none = '–';

// What is measured, in the order of the tables. `of` finds the figure of one editor at one size.
export const acts = [
  { name: 'A prop changed', of: (seen) => seen.change },
  { name: 'A component inserted', of: (seen) => seen.insert },
  { name: 'A component deleted', of: (seen) => seen.remove },
  { name: 'The deletion undone', of: (seen) => seen.undo },
  { name: 'A key typed where the text stands', of: (seen) => seen.type },
];

export const selecting = { name: 'Selected by a click', of: (seen) => seen.select };

export const total = ({ script, buffers, document }) => script + buffers + document;

const written = (value, write) => (value === undefined || value === null ? none : write(value));
const both = (act) => written(act, ({ toPaint, work }) => `${milliseconds(toPaint)} / ${milliseconds(work)}`);
const keysOf = (subjects) => Object.keys(subjects);

// A row for every act and size, a column for everyone who took part.
function rowsOf({ rows, subjects }, name, cell) {
  return rows.map(({ size, seen }) => [name, size.toLocaleString('en'), ...keysOf(subjects).map((key) => written(seen[key], cell))]);
}

function ratioRow({ rows }, { name, of }) {
  return rows.map(({ size, seen }) => {
    const own = of(seen.pagewright);
    const bare = seen.bare && of(seen.bare);
    return [name, size.toLocaleString('en'), own && bare ? times(own.work / bare.work) : none];
  });
}

const head = ({ subjects }, first) => [first, 'Nodes', ...Object.values(subjects).map(({ title }) => title)];

const dragCell = ({ drag }) => written(drag, ({ rate, slow, work }) => `${rate.toFixed(1)}/s, ${milliseconds(slow)}, ${milliseconds(work)}`);

const method = [
  'Headless Chromium without a graphics card, 1,440 × 900, a browser of its own for everyone and every size, one after another. The page has as many components as the table says: sections with headings, grids of cards, and a button',
  'in every card, without pictures, with the same texts, markup and style sheet in all (`bench/engine/pages.mjs`); grids of Puck and Craft.js stand in one more element, by which they take hold of them. The bare page is the published page in a frame, its elements changed by script: what no editor can do without.',
  'Work is the time that main threads were busy (`Performance.getMetrics`, TaskDuration in thread time) from the input until half a second after it was painted, in all renderer processes of the page; Pagewright’s shell and canvas have one each.',
].join(' ');

const fairness = [
  'In the peers’ favour:',
  '- They run without a server: nothing is saved, nobody else is told, and their page comes as JSON of exactly their own shape. Pagewright signs in, opens a connection to its server, and what its answers cost is counted.',
  '- What they change, insert, delete and undo is told them by a call of their own interface, without a key or a pointer event and without the field that a person would type in. Pagewright is used by keyboard alone for the same.',
  '- GrapesJS has component types with views of their own here, so that it keeps one component for each of ours. From HTML, as it is usually given, it would make one of every element.',
  '- Craft.js comes without panels, layers, responsive views or a canvas frame: beside the page is a plain panel of the selected component’s props, and nothing else.',
  '- Puck moves what is dragged already while it is dragged; its drop has settled when its data has changed and the next frame is painted.',
  '- Their applications are built for production, with nothing in them but this page’s five components.',
  '',
  'In Pagewright’s favour:',
  '- Its shell and its canvas are two processes, which work at the same time on two processors; the work of both is counted, the time until the paint is shorter for it.',
  '- Typing in GrapesJS changes its model only when the text is left, so its cost of a key is the browser’s alone, while ending costs more: that isn’t measured. The others change theirs with every key, as Pagewright does.',
  '- Its scripts are sent compressed, the peers’ as they are. All bytes in the table are after gzip.',
  '',
  'Left out, because it could not be measured fairly: what the graphics process and the browser’s own process do, and a first visit with nothing in the browser’s cache.',
].join('\n');

function failuresOf({ rows, subjects }) {
  const lines = rows.flatMap(({ size, seen }) =>
    Object.entries(seen).flatMap(([key, { failures }]) => Object.entries(failures).map(([what, why]) => `- ${subjects[key].title}, ${size.toLocaleString('en')} nodes, ${what}: ${why}`)),
  );
  return lines.length === 0 ? [] : [['Given up on, and not tried with larger pages:', ...lines].join('\n')];
}

export function textOf(figures) {
  const { warmUps, times: most, seconds } = figures.pace;
  return [
    method,
    `Medians of ${most}, or of as many as fit into ${seconds} s, ${warmUps > 0 ? 'after one more for warming up' : 'without any for warming up'}. ${none}: not measured. Opening is from the address to the page painted whole with the shell ready, the scripts in the`
      + ' browser’s cache. Memory is what is left after garbage collection: JavaScript’s heap, buffers and WebAssembly, and the document’s objects, of all processes.',
    table(head(figures, 'Opening, memory'), [
      ...rowsOf(figures, 'Open to editable', ({ open }) => written(open, milliseconds)),
      ...rowsOf(figures, 'Memory, all', ({ memory }) => written(memory, (value) => mebibytes(total(value)))),
      ...rowsOf(figures, 'of it JavaScript and buffers', ({ memory }) => written(memory, ({ script, buffers }) => mebibytes(script + buffers))),
      ...rowsOf(figures, 'JavaScript and WebAssembly to the first edit, gzip', ({ scripts }) => written(scripts, kibibytes)),
    ]),
    'Input → painted / work of main threads:',
    table(head(figures, ''), [...acts, selecting].flatMap(({ name, of }) => rowsOf(figures, name, (seen) => both(of(seen))))),
    'Work, Pagewright ÷ bare page:',
    table(['', 'Nodes', 'Pagewright ÷ bare page'], acts.flatMap((act) => ratioRow(figures, act))),
    'Dragged, a card among its neighbours for a second: frames a second, the time that 95 of 100 frames keep to, and the work with every move of the mouse. Settled is from letting go to the page painted with the card in its new place.',
    table(head(figures, ''), [
      ...rowsOf(figures, 'While dragging', dragCell),
      ...rowsOf(figures, 'Settled', ({ drag }) => written(drag, ({ settled }) => milliseconds(settled))),
    ]),
    ...failuresOf(figures),
    fairness,
  ].join('\n\n');
}
