// ./dev bench [--quick] [section …]: measures, and writes what it saw to bench/RESULTS.md. Sections: engine sites server editor; without any, all.
// A quick run is for looking at: sections that can measure shorter do, and bench/RESULTS.md stays as it is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { benchEditor } from './editor/run.mjs';
import { benchEngine } from './engine/run.mjs';
import { machineReport } from './measuring/machine.mjs';
import { replaceSections, sectionOf } from './measuring/results.mjs';
import { benchServer } from './server/run.mjs';
import { benchSites } from './sites/run.mjs';

// Each answers with its title, its text and the targets that it has, and where it has one, with a picture that the text shows.
const sections = { engine: benchEngine, sites: benchSites, server: benchServer, editor: benchEditor };

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quick = process.argv.includes('--quick');
const wanted = process.argv.slice(2).filter((word) => word !== '--quick');
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) {
  console.error(`there is no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);
  process.exit(1);
}

const machine = machineReport(root);
const measured = [];
const plots = [];
for (const [name, measure] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`measuring: ${name}`);
  const report = await measure(root, { quick });
  const section = sectionOf(name, report, machine);
  console.log(`${section.body}\n`);
  measured.push(section);
  if (report.plot) plots.push(report.plot);
}

const results = join(root, 'bench/RESULTS.md');
const folder = quick ? 'build/bench' : 'bench';
const before = existsSync(results) ? readFileSync(results, 'utf8') : '';
writeFileSync(join(root, folder, 'RESULTS.md'), `${replaceSections(before, measured)}\n`);
for (const { name, svg } of plots) writeFileSync(join(root, folder, name), svg);
console.log(`written to ${folder}/RESULTS.md`);
