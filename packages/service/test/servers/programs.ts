import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findProgram, type ServerProgram } from "@jobbmatch/local-servers";

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
export function programPath(program: ServerProgram): string {
  const found = findProgram(program) ?? (install(program) ? findProgram(program) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    `The tests need ${program}: install PostgreSQL 13 or newer and Redis 6.2 or newer ` +
      "(Debian: apt-get install postgresql redis-server; macOS: brew install postgresql redis)",
  );
}

function install(program: ServerProgram): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return false;
  // At this run level the packages do not start servers of their own.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const apt = (...args: string[]) => execFileSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  apt("update");
  apt("install", "--yes", "--no-install-recommends", packages[program]);
  return true;
}
