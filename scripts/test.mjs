// All checks in the order of their cost, then one line with the true numbers of tests.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "jobbmatch-test-"));
const report = join(folder, "report.json");
const args = process.argv.slice(2);
const checks = [
  ["types of the tests", "node_modules/typescript/bin/tsc", "--project", "tsconfig.tests.json"],
  ["style, import direction and cycles", "node_modules/@biomejs/biome/bin/biome", "check"],
  [
    "tests",
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile=${report}`,
    ...args,
  ],
];

function fails([label, ...command]) {
  process.stdout.write(`\n${label}\n`);
  return spawnSync(process.execPath, command, { stdio: "inherit" }).status !== 0;
}

/** Numbers from Vitest's own report; a run that left none counts as one failure. */
function countTests() {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests || Math.min(numFailedTestSuites, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const failedChecks = checks.filter(fails);
const { passed, failed } = countTests();
rmSync(folder, { recursive: true });
for (const [label] of failedChecks) process.stdout.write(`Failed: ${label}\n`);
const allFailed = failed + failedChecks.filter(([label]) => label !== "tests").length;
process.stdout.write(`${passed} passed, ${allFailed} failed\n`);
process.exit(failedChecks.length === 0 && allFailed === 0 ? 0 : 1);
