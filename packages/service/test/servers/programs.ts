import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where servers are installed beside the search path. */
const usualFolders = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/usr/local/pgsql/bin"];
const debianPostgres = "/usr/lib/postgresql";

/** Package of Debian that brings a program. */
const packages = { initdb: "postgresql", postgres: "postgresql", "redis-server": "redis-server" } as const;
export type ServerProgram = keyof typeof packages;

/**
 * Finds a server's program. On Debian, root installs what is missing.
 *
 * @throws Error that says in one line what to install.
 */
export function programPath(program: ServerProgram): string {
  const found = find(program) ?? (install(program) ? find(program) : undefined);
  if (found !== undefined) return found;
  throw new Error(
    `The tests need ${program}: install PostgreSQL 13 or newer and Redis 6.2 or newer ` +
      "(Debian: apt-get install postgresql redis-server; macOS: brew install postgresql redis)",
  );
}

function find(program: ServerProgram): string | undefined {
  const versions = existsSync(debianPostgres) ? readdirSync(debianPostgres).sort().reverse() : [];
  const folders = [
    ...versions.map((version) => join(debianPostgres, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
    ...usualFolders,
  ];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
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

/** The user that a database server runs as, since it refuses to run as root; nobody else when we are not root. */
export function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("The tests need a user postgres or nobody: PostgreSQL refuses to run as root");
}

function idOf(option: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  } catch {
    return undefined;
  }
}
