import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { findProgram, type ServerProgram } from "@jobbmatch/local-servers";
import { oncePerRun } from "./once-per-run.ts";

/** Package of Debian that brings a program. */
const packages = {
  initdb: "postgresql",
  postgres: "postgresql",
  "redis-server": "redis-server",
} as const satisfies Record<ServerProgram, string>;

/**
 * Finds a server's program. On Debian, root installs what is missing.
 *
 * @throws Error that says in one line what to install.
 */
export async function programPath(program: ServerProgram): Promise<string> {
  const found = findProgram(program);
  if (found !== undefined) return found;
  const outcome = mayInstall() ? await oncePerRun("installation", installMissing) : "";
  const installed = findProgram(program);
  if (installed !== undefined) return installed;
  throw new Error(
    `The tests need ${program}: install PostgreSQL 13 or newer and Redis 6.2 or newer ` +
      `(Debian: apt-get install postgresql redis-server; macOS: brew install postgresql redis)${outcome}`,
  );
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/**
 * Everything at once, since two installations at the same time are refused.
 *
 * @returns what went wrong, to be added to a message; empty if nothing did.
 */
async function installMissing(): Promise<string> {
  const programs = Object.keys(packages) as ServerProgram[];
  const missing = new Set(
    programs.filter((program) => findProgram(program) === undefined).map((program) => packages[program]),
  );
  // Without a fresh list of packages an older one may do.
  const updated = await apt("update");
  const installed = await apt("install", "--yes", "--no-install-recommends", ...missing);
  return installed === "" ? "" : `; apt-get did not manage it: ${[updated, installed].join(" ").trim()}`;
}

/** @returns the last line of what it complained about. */
async function apt(...args: string[]): Promise<string> {
  // At this run level the packages do not start servers of their own, unless systemd runs.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  try {
    await promisify(execFile)("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=60", ...args], { env });
    return "";
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    return said.trim().split("\n").at(-1) ?? "";
  }
}
