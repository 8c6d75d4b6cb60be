// Sums the reports of the real runners under build/results/<suite>/ and prints "N passed, N failed" as the last line.
// A program that crashed, or a suite that ran nothing, counts as one failure: silence is never a success.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const suites = process.argv.slice(2);
const failures = [];

function countGoogleTest(report, program) {
  const counted = { passed: 0, failed: 0 };
  for (const test of report.testsuites.flatMap((suite) => suite.testsuite)) {
    if (test.status !== 'RUN') continue;
    if (test.failures?.length) {
      counted.failed += 1;
      failures.push(`${program}: ${test.classname}.${test.name}\n      ${test.failures[0].failure.split('\n').slice(0, 6).join('\n      ')}`);
    } else if (test.result === 'COMPLETED') {
      counted.passed += 1;
    }
  }
  return counted;
}

function countVitest(report) {
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) failures.push(`${test.fullName}\n      ${test.failureMessages[0]?.split('\n')[0] ?? ''}`);
    if (file.status === 'failed' && failed.length === 0) failures.push(`${file.name}\n      ${file.message.split('\n')[0]}`);
  }
  // A file that could not even be loaded holds no tests, but counts.
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded };
}

function countPlaywright(report) {
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) if (!spec.ok) failures.push([...path, spec.title].join(' › '));
    for (const inner of suite.suites ?? []) visit(inner, [...path, inner.title]);
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  for (const error of report.errors) failures.push(error.message?.split('\n')[0] ?? 'Playwright could not start');
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length };
}

function countReport(file, program) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  if (report.testsuites) return countGoogleTest(report, program);
  if (report.testResults) return countVitest(report);
  if (report.stats) return countPlaywright(report);
  if (report.failed > 0) failures.push(`${program}: ${report.reason}`);
  return { passed: report.passed, failed: report.failed };
}

function countProgram(folder, program) {
  const status = Number(readFileSync(join(folder, `${program}.exit`), 'utf8'));
  let counted = { passed: 0, failed: 0 };
  try {
    counted = countReport(join(folder, `${program}.json`), program);
  } catch {
    failures.push(`${program} left no readable report (exit code ${status}): it crashed or did not build`);
    return { passed: 0, failed: 1 };
  }
  if (status !== 0 && counted.failed === 0) {
    failures.push(`${program} ended with exit code ${status}, though no test of it failed`);
    counted.failed = 1;
  }
  if (counted.passed + counted.failed === 0) {
    failures.push(`${program} ran no tests`);
    counted.failed = 1;
  }
  return counted;
}

let passed = 0;
let failed = 0;
for (const suite of suites) {
  const folder = join('build/results', suite);
  const programs = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.exit'))
        .map((name) => basename(name, '.exit'))
    : [];
  const sum = { passed: 0, failed: 0 };
  for (const program of programs) {
    const counted = countProgram(folder, program);
    sum.passed += counted.passed;
    sum.failed += counted.failed;
  }
  if (programs.length === 0) {
    failures.push(`the suite ${suite} ran nothing`);
    sum.failed = 1;
  }
  console.log(`  ${suite.padEnd(8)} ${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(5)} failed`);
  passed += sum.passed;
  failed += sum.failed;
}
for (const failure of failures) console.log(`  ✗ ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
