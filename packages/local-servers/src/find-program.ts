import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

export type ServerProgram = "initdb" | "postgres" | "redis-server";

/** Debian keeps the servers of PostgreSQL beside the search path, a folder for each version. */
const debianPostgres = "/usr/lib/postgresql";
/** Where servers are installed beside the search path. */
const usualFolders = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin", "/usr/local/pgsql/bin"];

/** The path of a server's program, on the search path or where it is usually installed; the newest PostgreSQL there. */
export function findProgram(program: ServerProgram): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...debianFolders(), ...usualFolders];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function debianFolders(): string[] {
  if (!existsSync(debianPostgres)) return [];
  const versions = readdirSync(debianPostgres).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debianPostgres, version, "bin"));
}
