// What each module of the engine promises stands in its SPEC.md, a numbered rule a line, and nothing stands there that no test
// proves: every rule is cited by a test or a fixture, and every rule that is cited exists.
import { existsSync, readFileSync } from 'node:fs';
import { numberedLines, reportFaults, sourceFiles } from './source-files.mjs';

const rule = /^- \*\*([A-Z]+)-(\d+)\*\* (.*)$/;
const proofs = ['*_test.cpp', '*.test.ts', '*.test.tsx', 'engine/*/checking/*', 'fixtures/*.json', 'fuzz/*_fuzz.cpp'];

const faults = [];

/** Prefix → {path, numbers} of all rules, in order of their file. */
function readSpecs(paths) {
  const prefixes = new Map();
  for (const path of paths) {
    for (const { text, number } of numberedLines(path)) {
      const found = rule.exec(text);
      if (!found) {
        if (/^\s*[-*] \*\*[A-Z]/.test(text)) faults.push(`${path}:${number}: a rule is written "- **MODULE-1** Sentence."`);
        continue;
      }
      const [, prefix, digits, sentence] = found;
      if (!/^\S.*[.:)]$/.test(sentence)) faults.push(`${path}:${number}: ${prefix}-${digits} is no sentence`);
      const known = prefixes.get(prefix) ?? { path, numbers: [] };
      if (known.path !== path) faults.push(`${path}:${number}: the rules ${prefix}-… stand in ${known.path}`);
      if (Number(digits) !== known.numbers.length + 1) {
        faults.push(`${path}:${number}: ${prefix}-${digits} stands where ${prefix}-${known.numbers.length + 1} should; rules are numbered without gaps`);
      }
      known.numbers.push(Number(digits));
      prefixes.set(prefix, known);
    }
  }
  return prefixes;
}

/** Where a file may cite rules: the comments of code, the members "spec" of fixtures. */
function citingParts(path, text) {
  return path.endsWith('.json') ? text.matchAll(/"spec"\s*:\s*(?:\[[^\]]*\]|"[^"]*")/g) : text.matchAll(/\/\/.*|^\s*\/?\*.*/gm);
}

/** The rules that a file cites, each with its place. */
function citationsIn(path, prefixes) {
  const text = readFileSync(path, 'utf8');
  return [...citingParts(path, text)].flatMap((part) => {
    const line = text.slice(0, part.index).split('\n').length;
    return [...part[0].matchAll(/\b([A-Z]+)-(\d+)\b/g)]
      .filter(([, prefix]) => prefixes.has(prefix))
      .map(([name, prefix, digits]) => ({ name, prefix, rule: Number(digits), place: `${path}:${line}` }));
  });
}

const modules = [...readFileSync('engine/CMakeLists.txt', 'utf8').matchAll(/pagewright_module\(engine (\w+)/g)].map(([, name]) => name);
const specs = modules.map((name) => `engine/${name}/SPEC.md`).filter((path) => existsSync(path));
const prefixes = readSpecs(specs);

for (const module of modules) {
  const path = `engine/${module}/SPEC.md`;
  if (!existsSync(path)) faults.push(`${path} is missing: every module says what it promises`);
  else if (!prefixes.has(module.toUpperCase())) faults.push(`${path}: has no rule ${module.toUpperCase()}-1`);
}

const proven = new Set();
for (const path of sourceFiles(...proofs)) {
  for (const { name, prefix, rule: number, place } of citationsIn(path, prefixes)) {
    proven.add(name);
    const { numbers, path: spec } = prefixes.get(prefix);
    if (!numbers.includes(number)) faults.push(`${place}: there is no rule ${name} in ${spec}`);
  }
}
for (const [prefix, { path, numbers }] of prefixes) {
  for (const number of numbers) {
    if (!proven.has(`${prefix}-${number}`)) faults.push(`${path}: no test cites ${prefix}-${number}`);
  }
}
reportFaults(faults);
