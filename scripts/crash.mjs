// Kills the service twenty times in each mode under a stream of writes and reports what was lost.
// JOBBMATCH_CRASH_ROUNDS and JOBBMATCH_CRASH_SEED change number and moments.
import { spawnSync } from "node:child_process";

const { JOBBMATCH_CRASH_ROUNDS = "20", JOBBMATCH_CRASH_SEED = `${Date.now() % 1_000_000}` } = process.env;
process.stdout.write(`Seed ${JOBBMATCH_CRASH_SEED}\n\n`);
process.stdout.write("| mode | kills | writes acknowledged | without answer | lost | recovered after |\n");
process.stdout.write("|---|---|---|---|---|---|\n");
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "packages/service/test/crash", "-t", "acknowledged"],
  { stdio: "inherit", env: { ...process.env, JOBBMATCH_CRASH_ROUNDS, JOBBMATCH_CRASH_SEED } },
);
process.exit(status ?? 1);
