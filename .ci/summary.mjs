// Says what was skipped and what failed, and closes with the line `N passed, N failed`.
// Arguments: vitest's JSON report, then the names of the steps that failed.
import { readFileSync } from 'node:fs';

const [file, ...failedSteps] = process.argv.slice(2);
const report = readReport(file);
const tests = (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ status, fullName }) => ({ status, name: `${name} › ${fullName}` })),
);
const passed = tests.filter(({ status }) => status === 'passed').length;
const failed = tests.filter(({ status }) => status === 'failed');
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
// A vendor's own file that is not ours to hand on: such a test's title names it, and the variable that says where it is.
const isForWantOfData = ({ name }) => /is not here: set [A-Z_]+/.test(name);
const left = skipped.filter((test) => !isForWantOfData(test));
const broken = (report?.testResults ?? []).filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
);
const explained = failed.length + broken.length > 0;
const steps = failedSteps.filter((step) => !(step === 'npm test' && explained));
if (report === null) steps.push('no report of the tests');
else if (passed === 0) steps.push('no test passed');

for (const { name } of failed) console.log(`failed: ${name}`);
for (const { name, message } of broken) console.log(`failed: ${name}: ${message}`);
for (const { name } of skipped.filter(isForWantOfData)) console.log(`left out: ${name}`);
for (const { name } of left) console.log(`left out, though everything must run here: ${name}`);
for (const step of steps) console.log(`failed: ${step}`);

const failures = failed.length + broken.length + left.length + steps.length;
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
