// A note about unfinished work carries its reason, or it is not a note but a leftover.
import { numberedLines, reportFaults, sourceFiles } from './source-files.mjs';

// Spelt apart, so that this file passes its own check.
const note = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b(?!\\([^)]{3,}\\))`);
const code = ['*.cpp', '*.hpp', '*.ts', '*.tsx', '*.js', '*.mjs', '*.css', '*.liquid', '*.sh', '*.cmake', '*CMakeLists.txt', 'dev'];

const faults = [];
for (const path of sourceFiles(...code)) {
  for (const { text, number } of numberedLines(path)) {
    const found = note.exec(text);
    if (found) faults.push(`${path}:${number}: ${found[1]} without a reason; write ${found[1]}(reason) or do it`);
  }
}
reportFaults(faults);
