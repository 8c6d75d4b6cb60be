// ./dev load [--quick] [editors | archive | soak [MINUTES]]: the server under load, written to the section "load" of bench/RESULTS.md. Each part leaves what the
// others have found. A quick run is for looking at: it is shorter, and writes to build/bench.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { machineReport } from '../measuring/machine.mjs';
import { PostgresCluster } from '../measuring/postgres.mjs';
import { replaceSections, sectionOf } from '../measuring/results.mjs';
import { measureArchive } from './archive.mjs';
import { measureEditors } from './editors.mjs';
import { archiveTargets, archiveText, editorsTargets, editorsText, soakTargets, soakText } from './report.mjs';
import { measureSoak } from './soak.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const words = process.argv.slice(2).filter((word) => word !== '--quick');
const quick = process.argv.includes('--quick');
const minutes = Number(words[1] ?? (quick ? 0.5 : 10));

async function onPostgres(measure) {
  const cluster = await PostgresCluster.start();
  try {
    return await measure(cluster.createDatabase('load'));
  } finally {
    await cluster.remove();
  }
}

const parts = {
  editors: async () => {
    const seconds = quick ? 5 : 30;
    const sqlite = await measureEditors(root, { seconds });
    const postgres = await onPostgres((database) => measureEditors(root, { seconds, database }));
    return {
      targets: [...editorsTargets(sqlite), ...editorsTargets(postgres).map((each) => ({ ...each, name: `PostgreSQL: ${each.name}` }))],
      text: [...editorsText(sqlite, 'Many open editors, on SQLite'), ...editorsText(postgres, 'Many open editors, on PostgreSQL')],
    };
  },
  archive: async () => {
    const found = await measureArchive(root, { quick });
    return { targets: archiveTargets(found), text: archiveText(found) };
  },
  soak: async () => {
    const found = await measureSoak(root, { minutes });
    return { targets: soakTargets(found), text: soakText(found) };
  },
};

const wanted = words.length === 0 ? Object.keys(parts) : [words[0]];
const [unknown] = wanted.filter((name) => !(name in parts));
if (unknown || !(minutes > 0)) {
  console.error(`./dev load [--quick] [${Object.keys(parts).join(' | ')} [MINUTES]]`);
  process.exit(1);
}

const folder = quick ? 'build/bench' : 'bench';
mkdirSync(join(root, folder), { recursive: true });
for (const name of wanted) {
  console.log(`load: ${name}`);
  const machine = machineReport(root);
  const { targets, text } = await parts[name]();
  const section = sectionOf(`load_${name}`, { title: titleOf(name), targets, text: text.join('\n\n') }, machine);
  console.log(`${section.body}\n`);
  write(section);
}

function titleOf(name) {
  return { editors: 'Load: many open editors', archive: 'Load: a large installation', soak: 'Load: minutes of everything' }[name];
}

function write(section) {
  const results = join(root, 'bench/RESULTS.md');
  const before = existsSync(results) ? readFileSync(results, 'utf8') : '';
  writeFileSync(join(root, folder, 'RESULTS.md'), `${replaceSections(before, [section])}\n`);
  console.log(`written to ${folder}/RESULTS.md`);
}
