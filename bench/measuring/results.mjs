// bench/RESULTS.md: a section for everything that is measured, each between comments that name it, so that a run of one leaves the others alone.
import { table } from './figures.mjs';

// In the order in which they stand in bench/RESULTS.md.
const sectionNames = ['engine', 'sites', 'server', 'editor', 'load_editors', 'load_archive', 'load_soak'];

const begin = (name, date, commit) => `<!-- ${name}: ${date}, ${commit} -->`;
const end = (name) => `<!-- end of ${name} -->`;
const sectionPattern = /<!-- (?<name>\w+): (?<date>[^,]+), (?<commit>\S+) -->\n(?<body>[^]*?)\n<!-- end of \k<name> -->/g;

const introduction = [
  '# Benchmark results',
  'Written by `./dev bench`, which measures all, or the sections that it is told (`./dev bench server`) and leaves the others as they are, and by `./dev load`. Everything in a table was measured'
    + ' in one run on one machine, alternatives in turns with Pagewright, medians of several rounds. Absolute figures promise nothing for another machine; the'
    + ' ratios are what carries over.',
];

const busy =
  '**The machine was busy with other work during this run.** Times are longer and rates lower than they would be alone, those of short runs and of things'
  + ' that need several processors the most; only ratios of what was measured in turns mean something here.';

const targetTable = (targets) =>
  table(
    ['Target', 'Wanted', 'Measured', ''],
    targets.map(({ name, wanted, value, reached }) => [name, wanted, value, reached ? 'reached' : '**missed**']),
  );

// What a section has to say of one run: a report with `title`, `text`, `targets` and the `versions` of who took part, on `machine` (machineReport).
export function sectionOf(name, { title, text, targets, versions = [] }, machine) {
  const circumstances = `Measured ${machine.date} at ${machine.commit}: ${[...machine.parts, ...versions].join(' · ')}.`;
  const body = [`## ${title}`, circumstances, ...(machine.isBusy ? [busy] : []), targetTable(targets), text].join('\n\n');
  return { name, date: machine.date, commit: machine.commit, body };
}

// The sections of a RESULTS.md.
export const readSections = (markdown) => [...markdown.matchAll(sectionPattern)].map(({ groups }) => ({ ...groups }));

function summaryRow({ body, date, commit }) {
  const reached = body.match(/ \| reached \|$/gm) ?? [];
  const missed = [...body.matchAll(/^\| (.*?) \| .* \| \*\*missed\*\* \|$/gm)].map(([, target]) => target);
  const [, title] = /^## (.*)$/m.exec(body);
  return [title, date, commit, `${reached.length} of ${reached.length + missed.length}`, missed.join('; ')];
}

// RESULTS.md as `markdown` says it, with the sections of `measured` in the place of theirs.
export function replaceSections(markdown, measured) {
  const sections = new Map(readSections(markdown).map((section) => [section.name, section]));
  for (const section of measured) sections.set(section.name, section);
  const ordered = sectionNames.flatMap((name) => sections.get(name) ?? []);
  return [
    ...introduction,
    table(['Section', 'Measured', 'Commit', 'Targets reached', 'Missed'], ordered.map(summaryRow)),
    ...ordered.map(({ name, date, commit, body }) => [begin(name, date, commit), body, end(name)].join('\n')),
  ].join('\n\n');
}
