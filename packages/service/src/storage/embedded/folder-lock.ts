import { appendFile, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { JobbmatchError } from "@jobbmatch/shared";

const ownerFile = "owner.pid";

/** Held as long as this process owns a folder. */
export interface FolderLock {
  /** Tells others how to reach what this process does with the folder. */
  publish(address: string): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone; two embedded databases on the same files would destroy them. What a killed
 * process left is taken over.
 *
 * @throws JobbmatchError `conflict` when another process that lives has it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, ownerFile);
  if (!(await tryCreate(path))) {
    const owner = await ownerOf(path);
    if (owner !== undefined) throw inUse(folder, owner);
    await rm(path, { force: true });
    if (!(await tryCreate(path))) throw inUse(folder, (await ownerOf(path)) ?? 0);
  }
  return {
    publish: (address) => appendFile(path, `${address}\n`),
    release: () => rm(path, { force: true }),
  };
}

/** What the living process that has a folder published; `undefined` when nobody has it. */
export async function publishedAddress(folder: string): Promise<string | undefined> {
  const path = join(folder, ownerFile);
  if ((await ownerOf(path)) === undefined) return undefined;
  return (await linesOf(path))[1];
}

async function tryCreate(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${process.pid} ${(await startOf(process.pid)) ?? ""}\n`);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** The process that has the folder, if it lives. */
async function ownerOf(path: string): Promise<number | undefined> {
  const [pid, start] = ((await linesOf(path))[0] ?? "").split(" ");
  const owner = Number(pid);
  if (!Number.isInteger(owner) || owner <= 0 || !isAlive(owner)) return undefined;
  const startNow = await startOf(owner);
  // After a restart of the machine or container another program may have the same number.
  const isSame = start === undefined || startNow === undefined || start === startNow;
  return isSame ? owner : undefined;
}

/** The first line holds number and start of the process, the second what it published. */
async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter((line) => line !== "");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process began, in ticks since the machine did; `undefined` where the system does not tell. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in brackets, may hold spaces.
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function inUse(folder: string, owner: number): JobbmatchError {
  const message = `another process (${owner}) uses the data folder ${folder}; stop it, or set JOBBMATCH_DATA to another folder`;
  return new JobbmatchError({ code: "conflict", message });
}
