import { execFileSync } from "node:child_process";

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user that PostgreSQL runs as, since it refuses to run as root; nobody else when we are not root.
 *
 * @throws Error when we are root and there is no user `postgres` or `nobody`.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const uid = idOf("-u", name);
    const gid = idOf("-g", name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error("a user postgres or nobody is needed: PostgreSQL refuses to run as root");
}

function idOf(option: "-u" | "-g", name: string): number | undefined {
  try {
    return Number(execFileSync("id", [option, name], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  } catch {
    return undefined;
  }
}
