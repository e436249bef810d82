import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Memory for each participant, in bytes. */
export interface MemoryUse {
  readonly what: string;
  readonly participants: number;
  readonly bytes: number;
}

const program = fileURLToPath(new URL("./memory-program.js", import.meta.url));

/** Measures in a process of its own what a matcher that was opened or filled takes. */
export function measureMemory(what: string, args: readonly [kind: string, argument: string]): MemoryUse {
  const output = execFileSync(process.execPath, ["--expose-gc", program, ...args], { encoding: "utf8" });
  const { participants, bytes }: { participants: number; bytes: number } = JSON.parse(output);
  return { what, participants, bytes };
}
