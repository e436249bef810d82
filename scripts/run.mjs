// Runs one task of this repository with npm alone: sets up what is missing, builds, then starts the program.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packageManager = "pnpm@12.21.0";
const matchProgram = ["packages/service/dist/command-line/match.js"];
const operatorProgram = ["packages/service/dist/command-line/jobbmatch.js"];
const tasks = {
  start: { node: [...operatorProgram, "start", "--demo"] },
  demo: { node: [...matchProgram, "--demo"] },
  match: { node: matchProgram },
  jobbmatch: { node: operatorProgram },
  generate: { node: ["test-data/dist/command-line.js"] },
  example: { node: ["examples/dist/index.js"] },
  build: {},
  crash: { node: ["scripts/crash.mjs"] },
  test: { node: ["scripts/test.mjs"] },
  audit: { node: ["scripts/audit.mjs"] },
  lint: { node: ["node_modules/@biomejs/biome/bin/biome", "check"] },
  format: { node: ["node_modules/@biomejs/biome/bin/biome", "check", "--write"] },
  "bench:quality": { node: ["benchmarks/dist/quality.js"] },
  "bench:embedding": { node: ["benchmarks/dist/embedding.js"] },
  "bench:retrieval": { node: ["benchmarks/dist/retrieval.js"] },
  "bench:assignment": { node: ["benchmarks/dist/assignment.js"] },
  "bench:ranking": { node: ["benchmarks/dist/ranking.js"] },
  "bench:rules": { node: ["benchmarks/dist/rules.js"] },
  "bench:batch": { node: ["benchmarks/dist/batch.js"] },
  "bench:service": { node: ["benchmarks/dist/service.js"] },
};

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (error) throw error;
  return status ?? 1;
}

function runOrExit(command, args, options) {
  const status = run(command, args, options);
  if (status !== 0) process.exit(status);
}

/** Installs the packages of the lockfile, once for each version of it. */
function setUp() {
  const lockfile = readFileSync(join(root, "pnpm-lock.yaml"));
  const wanted = createHash("sha256").update(lockfile).update(process.version).digest("hex");
  const stamp = join(root, "node_modules", ".jobbmatch-setup");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("Setting up Jobbmatch (once)…\n");
  runOrExit("npx", ["-y", packageManager, "install", "--frozen-lockfile"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const [name, ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name ?? "") ? tasks[name] : undefined;
if (task === undefined) {
  process.stderr.write(
    `Usage: node scripts/run.mjs TASK [OPTION ...]\nTasks: ${Object.keys(tasks).join(", ")}\n`,
  );
  process.exit(2);
}
setUp();
runOrExit(process.execPath, ["node_modules/typescript/bin/tsc", "--build"]);
if (task.node) process.exit(run(process.execPath, [...task.node, ...args]));
