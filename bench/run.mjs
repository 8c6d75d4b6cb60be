// ./dev bench [section …]: measures, and writes what it saw to bench/RESULTS.md. Sections: engine sites server editor; without any, all.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { benchEditor } from './editor/run.mjs';
import { benchEngine } from './engine/run.mjs';
import { table } from './measuring/figures.mjs';
import { loadAtStart, machineReport } from './measuring/machine.mjs';
import { benchServer } from './server/run.mjs';
import { benchSites } from './sites/run.mjs';

// Each answers with its text and the targets that it has, and where it has one, with a picture that the text shows.
const sections = { engine: benchEngine, sites: benchSites, server: benchServer, editor: benchEditor };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`there is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(1);
}

const busy =
  '**The machine was busy with other work during this run.** Times are longer and rates lower than they would be alone, those of short runs and of things'
  + ' that need several processors the most; only ratios of what was measured in turns mean something here.';

const machine = machineReport(root);
const reports = [];
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`measuring: ${name}`);
  const report = await measure(root);
  console.log(`${report.text}\n`);
  reports.push(report);
}

const targets = reports.flatMap((report) => report.targets);
const summary = table(
  ['Target', 'Wanted', 'Measured', ''],
  targets.map(({ name, wanted: aim, value, reached }) => [name, aim, value, reached ? 'reached' : '**missed**']),
);
console.log(summary);

const results = [
  '# Benchmark results',
  'Written by `./dev bench`. Everything in a table was measured in one run on one machine, alternatives in turns with Pagewright, medians of several'
    + ' rounds. Absolute figures promise nothing for another machine; the ratios are what carries over.',
  machine,
  ...(loadAtStart > 1 ? [busy] : []),
  '## Targets',
  summary,
  ...reports.map((report) => report.text),
].join('\n\n');
// A run of some sections is for looking at; it doesn't replace the whole.
const folder = wanted.length === 0 ? 'bench' : 'build/bench';
writeFileSync(join(root, folder, 'RESULTS.md'), `${results}\n`);
for (const { plot } of reports) if (plot) writeFileSync(join(root, folder, plot.name), plot.svg);
console.log(`\nwritten to ${folder}/RESULTS.md`);
