import { createHash } from "node:crypto";
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbeddedServer } from "../../src/storage/embedded/embedded-server.ts";
import { oncePerRun } from "./once-per-run.ts";
import { runFolder } from "./run-folder.ts";
import { prepare } from "./test-database.ts";

const project = fileURLToPath(new URL("../../../../", import.meta.url));
const migrations = fileURLToPath(new URL("../../src/storage/migrations/", import.meta.url));

/** Puts an embedded database, up to date and empty, into a data folder: making one anew takes seconds. */
export async function fillEmbeddedFolder(dataFolder: string): Promise<void> {
  const template = await oncePerRun("embedded", findOrMakeTemplate);
  await cp(template, join(dataFolder, "postgres"), { recursive: true });
}

/** Kept from run to run, until the migrations or the libraries change. */
async function findOrMakeTemplate(): Promise<string> {
  const kept = join(project, "node_modules", ".cache", "jobbmatch", `embedded-${fingerprint()}`);
  if (isReadable(kept)) return kept;
  const folder = join(runFolder(), "embedded-template");
  const server = await startEmbeddedServer({ folder });
  await prepare(server.url);
  await server.close();
  return (await keep(folder, kept)) ? kept : folder;
}

/** Another user who ran the tests keeps theirs to themselves. */
function isReadable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Copied beside first, since only a move is whole or not at all. */
async function keep(folder: string, kept: string): Promise<boolean> {
  const copy = `${kept}.${process.pid}`;
  try {
    await mkdir(dirname(kept), { recursive: true });
    await cp(folder, copy, { recursive: true });
    await rename(copy, kept);
    return true;
  } catch {
    await rm(copy, { recursive: true, force: true });
    return isReadable(kept);
  }
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  const service = readFileSync(createRequire(import.meta.url).resolve("../../package.json"));
  return hash.update(service).digest("hex").slice(0, 16);
}
