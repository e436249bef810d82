import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../../examples/dist/index.js", import.meta.url));

it("the example runs on the built packages, as another app would", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program]);
  expect(stderr).toBe("");
  expect(stdout).toContain("3 people, 2 left after the rules");
  expect(stdout).toMatch(
    /1\. participant-2[\s\S]+2\. participant-1[\s\S]+Near miss: participant-3\n {2}Get a B licence/,
  );
});
