import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runFolder } from "./run-folder.ts";

type Outcome = { readonly value: string } | { readonly error: string };

/** Does something once in a run of the tests, whichever of its processes asks first; the others wait for it. */
export async function oncePerRun(name: string, act: () => Promise<string>): Promise<string> {
  const file = join(runFolder(), `${name}.json`);
  if (isFirst(`${file}.begun`)) write(file, await outcomeOf(act));
  const outcome = await readWhenThere(file);
  if ("error" in outcome) throw new Error(outcome.error);
  return outcome.value;
}

function isFirst(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch {
    return false;
  }
}

async function outcomeOf(act: () => Promise<string>): Promise<Outcome> {
  try {
    return { value: await act() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function write(file: string, outcome: Outcome): void {
  writeFileSync(`${file}.tmp`, JSON.stringify(outcome));
  renameSync(`${file}.tmp`, file);
}

async function readWhenThere(file: string): Promise<Outcome> {
  for (;;) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      await sleep(50);
    }
  }
}
