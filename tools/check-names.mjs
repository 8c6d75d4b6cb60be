// Files and folders are named by what they hold. A name that could hold anything ends up doing so.
import { reportFaults, sourceFiles } from './source-files.mjs';

const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'managers', 'misc']);

const faults = [];
for (const path of sourceFiles()) {
  for (const part of path.split('/')) {
    const word = part.split(/[-_.]/).find((candidate) => emptyWords.has(candidate.toLowerCase()));
    if (word) faults.push(`${path}: "${word}" says nothing about what is inside; name it by its concept`);
  }
}
const cpp = /^[a-z0-9_]+\.(cpp|hpp)$/;
for (const path of sourceFiles('*.cpp', '*.hpp')) {
  if (!cpp.test(path.split('/').pop())) faults.push(`${path}: C++ files are named in snake_case`);
}
const typescript = /^[a-z0-9.-]+\.tsx?$/;
for (const path of sourceFiles('*.ts', '*.tsx')) {
  if (!typescript.test(path.split('/').pop())) faults.push(`${path}: TypeScript files are named in kebab-case`);
}
reportFaults(faults);
