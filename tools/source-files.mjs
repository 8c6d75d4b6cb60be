// The project's files as git sees them: tracked, or new and not ignored.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Paths relative to the root, with '/' between folders; `patterns` are git pathspecs such as '*.cpp' or 'docs/'. */
export function sourceFiles(...patterns) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...patterns],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return listed.split('\0').filter((path) => path !== '' && existsSync(path));
}

/** The lines of a file, each with its number from 1. */
export function numberedLines(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }));
}

/** Prints what is wrong, one line each, and sets the exit code. */
export function reportFaults(faults) {
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
