import { isAbsolute } from "node:path";
import { JobbmatchError } from "@jobbmatch/shared";
import { expect, it } from "vitest";
import { readConfig } from "../../src/config/config.ts";

const databaseUrl = "postgresql://user:secret@db:5432/jobbmatch";
const redisUrl = "redis://cache:6379";

it.each([
  [{}, "embedded"],
  [{ DATABASE_URL: "", REDIS_URL: "" }, "embedded"],
  [{ DATABASE_URL: databaseUrl }, "postgres"],
  [{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }, "redis"],
])("%j runs in the mode %s", (environment, mode) => {
  expect(readConfig(environment).mode).toBe(mode);
});

it("has a default for everything", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 8080,
    host: "127.0.0.1",
    nightly: { cron: "0 2 * * *", timeZone: "Europe/Stockholm" },
    retentionMonths: 24,
  });
  expect(isAbsolute(config.dataFolder)).toBe(true);
});

it.each([
  ["DATABASE_URL", "mysql://secret@db"],
  ["DATABASE_URL", "secret"],
  ["REDIS_URL", redisUrl],
  ["PORT", "70000"],
  ["PORT", "secret"],
  ["LOG_LEVEL", "loud"],
  ["JOBBMATCH_NIGHTLY", "at two"],
  ["JOBBMATCH_RETENTION_MONTHS", "-1"],
])("refuses %s=%s, names it and does not repeat the value", (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(JobbmatchError);
  expect(read).toThrow(name);
  if (value.includes("secret")) expect(read).not.toThrow("secret");
});

it("tells of everything that is wrong at once", () => {
  try {
    readConfig({ PORT: "x", LOG_LEVEL: "y" });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ problems: [{ field: "PORT" }, { field: "LOG_LEVEL" }] });
  }
});
