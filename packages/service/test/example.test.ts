import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = (name: string) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL(`../../../examples/dist/${name}.js`, import.meta.url)),
  ]);

it("the example runs on the built packages, as another app would", async () => {
  const { stdout, stderr } = await run("index");
  expect(stderr).toBe("");
  expect(stdout).toContain("3 people, 2 left after the rules");
  expect(stdout).toMatch(
    /1\. participant-2[\s\S]+2\. participant-1[\s\S]+Near miss: participant-3\n {2}Get a B licence/,
  );
});

it("the example of unlocks, questions and the hunt list says what its comments promise", async () => {
  const { stdout, stderr } = await run("unlocks");
  expect(stderr).toBe("");
  expect(stdout.split("\n")).toEqual([
    "cook-1: 0 of 3 places are open",
    "  Pass SFI course C (Swedish A2): 1 more",
    "  Get a B licence: 1 more",
    "  Get a B licence + Pass SFI course C (Swedish A2): 3 more",
    "school: 0 of 6 people may come",
    "  Accept Swedish A1 instead of A2: 6 more",
    "Nothing to ask.",
    "6 people have no good place. Call first:",
    "  cook, 30 hours a week, Swedish A1: serves 6",
    "",
  ]);
});
