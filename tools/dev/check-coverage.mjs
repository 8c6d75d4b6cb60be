// Line coverage of each room, from llvm-cov and Vitest; fails under what the project promises.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const required = { overall: 80, engine: 95 };
const rooms = new Map();

function add(path, covered, count) {
  const parts = relative(process.cwd(), path).split('/');
  if (parts[0] === '..') return;
  const room = parts[0] === 'editor' ? 'editor' : parts.slice(0, 2).join('/');
  const sum = rooms.get(room) ?? { covered: 0, count: 0 };
  rooms.set(room, { covered: sum.covered + covered, count: sum.count + count });
}

for (const { filename, summary } of JSON.parse(readFileSync('build/coverage/cpp.json', 'utf8')).data[0].files) {
  add(filename, summary.lines.covered, summary.lines.count);
}
const editorSummary = 'build/coverage/editor/coverage-summary.json';
if (existsSync(editorSummary)) {
  for (const [filename, { lines }] of Object.entries(JSON.parse(readFileSync(editorSummary, 'utf8')))) {
    if (filename !== 'total') add(filename, lines.covered, lines.total);
  }
}

function percentOf(selected) {
  const covered = selected.reduce((sum, [, room]) => sum + room.covered, 0);
  const count = selected.reduce((sum, [, room]) => sum + room.count, 0);
  return count === 0 ? 0 : (100 * covered) / count;
}

const all = [...rooms].sort(([left], [right]) => left.localeCompare(right));
for (const entry of all) console.log(`  ${entry[0].padEnd(28)} ${percentOf([entry]).toFixed(1).padStart(5)} %  of ${entry[1].count} lines`);
const overall = percentOf(all);
const engine = percentOf(all.filter(([name]) => name.startsWith('engine/')));
console.log(`overall ${overall.toFixed(1)} % (required ${required.overall}), engine ${engine.toFixed(1)} % (required ${required.engine})`);
process.exitCode = overall >= required.overall && engine >= required.engine ? 0 : 1;
