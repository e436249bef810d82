import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { readConfig, settingNames } from "../../src/config/config.ts";

const project = new URL("../../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, project), "utf8");

/** What libraries read; the service itself does not. */
const namesOfLibraries = ["NODE_ENV"];
const known = [...settingNames, ...namesOfLibraries];

const composeService = z.object({
  image: z.string(),
  build: z.object({ dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const composeFile = z.object({
  services: z.record(z.string(), composeService),
  volumes: z.record(z.string(), z.null()),
});
type ComposeService = z.output<typeof composeService>;

describe("the compose file", () => {
  const { services, volumes } = composeFile.parse(parse(read("compose.yaml"), { merge: true }));
  const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);
  const withPassword = ({ environment }: ComposeService) =>
    Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:\?[^}]*\}/, "secret").replace(/\$\{\w+:-([^}]*)\}/, "$1"),
      ]),
    );

  it.each(ours)("gives %s settings that the service knows and takes", (_, service) => {
    expect(known).toEqual(expect.arrayContaining(Object.keys(service.environment)));
    expect(readConfig(withPassword(service)).mode).toBe("redis");
  });

  it.each(ours)(
    "lets %s begin as a part of the service, when the servers that it names are ready",
    (name, service) => {
      expect(["api", "worker"]).toContain(name);
      expect(service.command).toEqual([name]);
      const { DATABASE_URL = "", REDIS_URL = "" } = withPassword(service);
      const hosts = [DATABASE_URL, REDIS_URL].map((address) => new URL(address).hostname);
      expect(Object.keys(service.depends_on).sort()).toEqual(hosts.sort());
      for (const host of hosts) {
        expect(services[host]?.healthcheck?.test[0]).toBe("CMD");
        expect(service.depends_on[host]).toEqual({ condition: "service_healthy" });
      }
    },
  );

  it("makes the user and the password that the address of the database names", () => {
    const { username, pathname } = new URL(
      services.api?.environment.DATABASE_URL?.replace(/\$\{.*\}/, "x") ?? "",
    );
    const { POSTGRES_USER, POSTGRES_PASSWORD } = services.postgres?.environment ?? {};
    expect([username, pathname]).toEqual([POSTGRES_USER, `/${POSTGRES_USER}`]);
    expect(services.api?.environment.DATABASE_URL).toContain(`:${POSTGRES_PASSWORD}@`);
  });

  it("publishes the API's own port to this machine alone, and asks it there whether it is ready", () => {
    const { port } = readConfig({});
    expect(services.api?.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(services.api?.healthcheck?.test.join(" ")).toContain(`http://127.0.0.1:${port}/readyz`);
  });

  it("declares the volumes that it uses, and keeps what the API writes", () => {
    const used = Object.values(services).flatMap((service) =>
      service.volumes.map((volume) => volume.split(":")),
    );
    expect(Object.keys(volumes).sort()).toEqual(used.map(([volume]) => volume).sort());
    const [, folder] = services.api?.volumes[0]?.split(":") ?? [];
    expect(containerVariables().JOBBMATCH_DATA).toBe(folder);
  });
});

describe("the container file", () => {
  const text = read("Containerfile");
  const asList = (instruction: string): string[] =>
    z.array(z.string()).parse(JSON.parse(new RegExp(`^${instruction} (.*)$`, "m").exec(text)?.[1] ?? ""));

  it("gives settings that the service knows and takes, and opens its port", () => {
    expect(known).toEqual(expect.arrayContaining(Object.keys(containerVariables())));
    const { port, host } = readConfig(containerVariables());
    expect(host).toBe("0.0.0.0");
    expect(text).toContain(`EXPOSE ${port}\n`);
  });

  it("runs the program that the build makes, as a user who can write the data folder and nothing else", () => {
    const [interpreter, program = ""] = asList("ENTRYPOINT");
    expect(interpreter).toBe("node");
    expect(isBuilt(program)).toBe(true);
    expect(asList("CMD")).toEqual(["start"]);
    const { JOBBMATCH_DATA } = containerVariables();
    expect(text).toContain(`RUN install -d -o node -g node -m 700 ${JOBBMATCH_DATA}\nUSER node\n`);
  });

  it("leaves secrets and what was built elsewhere out of the image", () => {
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".env", ".git", ".data", "**/node_modules", "**/dist"]));
  });
});

describe("the systemd unit", () => {
  const unit = read("deploy/jobbmatch.service");
  const directive = (name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1] ?? "";
  const variables = assignments(directive("Environment"));

  it("gives settings that the service knows and takes, with the folder that systemd makes", () => {
    expect(known).toEqual(expect.arrayContaining(Object.keys(variables)));
    expect(readConfig(variables).dataFolder).toBe(`/var/lib/${directive("StateDirectory")}`);
  });

  it("starts the program that the build makes", () => {
    const [interpreter = "", program = "", ...args] = directive("ExecStart").split(" ");
    expect(interpreter).toMatch(/^\/.*\/node$/);
    expect(isBuilt(program)).toBe(true);
    expect(args).toEqual(["start"]);
  });
});

it("the guide explains every setting and no other", () => {
  const [, settings = ""] = read("docs/operations.md").split("## Settings (environment)");
  const rows = [...(settings.split("\n## ")[0]?.matchAll(/^\| (`[^|]+`) \|/gm) ?? [])];
  const explained = rows.flatMap(([, names = ""]) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(explained.sort()).toEqual([...settingNames].sort());
});

function containerVariables(): Record<string, string> {
  return assignments(/^ENV (.*)$/m.exec(read("Containerfile"))?.[1] ?? "");
}

/** `A=1 B=2`, without quotation marks. */
function assignments(text: string): Record<string, string> {
  return Object.fromEntries(text.split(" ").map((assignment) => assignment.split("=")));
}

/** Whether the project has the source of a compiled program. */
function isBuilt(program: string): boolean {
  const source = program.replace("/dist/", "/src/").replace(/\.js$/, ".ts");
  return source !== program && existsSync(fileURLToPath(new URL(source, project)));
}
