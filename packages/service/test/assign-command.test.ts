import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const program = fileURLToPath(new URL("../dist/command-line/match.js", import.meta.url));

/** Runs the program as a user would, on its compiled form. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("npm run match -- --assign", () => {
  it("proposes places for the demo municipality, says what it gains and whom it reaches", async () => {
    const { code, stdout } = await run("--assign", "--floor-weeks", "150");
    expect(code).toBe(0);
    for (const text of [
      "Förslag för natten · 2026-11-23",
      "En människa avgör varje förslag.",
      "ger det mer för helheten att föreslå",
      "Bevisat bäst.",
      "Golv: ingen som passar någon plats ska vänta mer än 150 veckor",
      "Vem förslagen når",
    ])
      expect(stdout).toContain(text);
  });

  it("writes the same as JSON, each person and seat once", async () => {
    const { code, stdout } = await run("--assign", "--json", "--exclude-unknown");
    const night = JSON.parse(stdout);
    const people = night.proposals.map(({ participant }: { participant: string }) => participant);
    expect(code).toBe(0);
    expect(new Set(people).size).toBe(people.length);
    expect(people.length + night.unplaced.length).toBe(500);
    expect(night.comparison.proposed.people).toBeGreaterThan(night.comparison.greedy.people);
    expect(night.fairness.byDistance).toHaveLength(4);
  });

  it.each([
    [["--assign", "--vacancy", "v-00001"], "--assign looks at all ads"],
    [["--floor-weeks", "4"], "--floor-weeks belongs to --assign"],
    [["--assign", "--floor-weeks", "0"], "--floor-weeks takes a whole number from 1 to 520"],
  ])("refuses %j with one clear line", async (args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
  });
});
