// Documents don't rot: links inside the repository lead somewhere, every ./dev command they name exists, and so does every test that
// docs/security.md calls a proof.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { numberedLines, reportFaults, sourceFiles } from './source-files.mjs';

const commands = new Set(
  [...readFileSync('dev', 'utf8').matchAll(/^ {2}([a-z]+)(?: \| [^)]*)?\)/gm)].map((match) => match[1]),
);
const suites = new Set(/all_suites=\(([^)]*)\)/.exec(readFileSync('tools/dev/test.sh', 'utf8'))[1].split(' '));
const scripts = new Map(
  ['package.json', 'editor/package.json', 'e2e/package.json']
    .filter((path) => existsSync(path))
    .map((path) => [path, JSON.parse(readFileSync(path, 'utf8')).scripts ?? {}]),
);

/** The anchors that GitHub makes of a document's headings. */
function anchorsOf(path) {
  const headings = numberedLines(path).filter(({ text }) => /^#{1,6} /.test(text));
  return new Set(
    headings.map(({ text }) =>
      text
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

function checkLink(path, number, target) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return [];
  const [file, anchor] = target.split('#');
  const resolved = file === '' ? path : normalize(join(dirname(path), decodeURIComponent(file)));
  if (!existsSync(resolved)) return [`${path}:${number}: the link to ${target} leads nowhere`];
  if (anchor && resolved.endsWith('.md') && !anchorsOf(resolved).has(anchor)) {
    return [`${path}:${number}: ${resolved} has no heading #${anchor}`];
  }
  return [];
}

/** The C++ tests that there are: "Suite.Name". */
function namesOfTests() {
  const test = /^TEST(?:_[FP])?\(\s*(\w+),\s*(\w+)\)/gm;
  const texts = sourceFiles('*_test.cpp').map((path) => readFileSync(path, 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(test)].map(([, suite, name]) => `${suite}.${name}`)));
}

function checkProofs(path) {
  const tests = namesOfTests();
  return numberedLines(path).flatMap(({ text, number }) =>
    [...text.matchAll(/`([A-Z]\w+\.[A-Z]\w+)`/g)]
      .filter(([, name]) => !tests.has(name))
      .map(([, name]) => `${path}:${number}: there is no test ${name}`),
  );
}

const faults = checkProofs('docs/security.md');
for (const path of sourceFiles('*.md')) {
  let fenced = false;
  for (const { text, number } of numberedLines(path)) {
    if (/^\s*(```|~~~)/.test(text)) fenced = !fenced;
    for (const [, command, argument] of text.matchAll(/\.\/dev ([a-z]+)(?: ([a-z0-9]+))?/g)) {
      if (!commands.has(command)) faults.push(`${path}:${number}: there is no command ./dev ${command}`);
      else if (command === 'test' && argument && text.includes(`\`./dev test ${argument}\``) && !suites.has(argument)) {
        faults.push(`${path}:${number}: there is no suite ./dev test ${argument}`);
      }
    }
    for (const [, script] of text.matchAll(/npm run ([a-z:-]+)/g)) {
      if (![...scripts.values()].some((known) => script in known)) faults.push(`${path}:${number}: there is no npm script ${script}`);
    }
    if (fenced) continue;
    const prose = text.replace(/`[^`]*`/g, '');
    for (const [, target] of prose.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)) faults.push(...checkLink(path, number, target));
    for (const [, target] of prose.matchAll(/(?:src|href)="([^"]+)"/g)) faults.push(...checkLink(path, number, target));
  }
}
reportFaults(faults);
