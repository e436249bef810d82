import { describe, expect, it } from "vitest";
import { runMatch } from "./run-match.ts";

describe("npm run match, beside the lists", () => {
  it("says what would open most places to a participant, in Swedish", async () => {
    const { code, stdout } = await runMatch("--unlocks", "p-000002");
    expect(code).toBe(0);
    for (const text of [
      "p-000002",
      "öppna i dag av",
      "Fråga först",
      "Två ändringar tillsammans",
      "Ta B-körkort",
    ])
      expect(stdout).toContain(text);
  });

  it("says what would let most people in to an ad, in English", async () => {
    const { code, stdout } = await runMatch("--unlocks-vacancy", "v-00001", "--language", "en");
    expect(code).toBe(0);
    expect(stdout).toMatch(/\(v-00001\).*allowed today of 500 participants/);
    expect(stdout).toMatch(/Begin as an internship +10 +\d+ more/);
  });

  it("writes unlocks as JSON", async () => {
    const { stdout } = await runMatch("--unlocks", "p-000002", "--json");
    const { participant, open, total, singles, pairs, questions } = JSON.parse(stdout);
    expect([participant, open < total]).toEqual(["p-000002", true]);
    for (const { changes, effort, matches, vacancies } of [...singles, ...pairs]) {
      expect(changes[0].text.sv).toMatch(/\S/);
      expect(effort).toBeGreaterThan(0);
      expect(vacancies).toHaveLength(matches);
    }
    expect(questions[0]).toMatchObject({ rule: expect.any(String), settles: expect.any(Number) });
  });

  it("says whom to ask what first, and what to ask for an ad's sake", async () => {
    const everybody = await runMatch("--questions");
    expect(everybody.stdout).toMatch(/p-\d{6} .*\?.*platser/);
    const vacancy = await runMatch("--questions", "--vacancy", "v-00001", "--json");
    const [first, second] = JSON.parse(vacancy.stdout);
    expect(first.settles).toBeGreaterThanOrEqual(second.settles);
  });

  it("says which workplaces to call first", async () => {
    const { stdout } = await runMatch("--hunt");
    expect(stdout).toMatch(/\d+ deltagare utan bra plats av 500/);
    expect(stdout).toMatch(/1 +\S+ +Borås +\d+ .*\d+ fler/);
    expect(stdout).toContain("kvar utan plats");
  });

  it.each([
    [["--unlocks", "nobody"], "nobody"],
    [["--unlocks-vacancy", "nowhere"], "nowhere"],
    [["--hunt", "--questions"], "only one of"],
    [["--hunt", "--assign"], "only one of"],
  ])("refuses %j, saying why", async (args, named) => {
    const { code, stdout, stderr } = await runMatch(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(named);
  });
});
