import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type ApiClient,
  type ApiUnderTest,
  type Method,
  startApiUnderTest,
  until,
} from "../http/api-under-test.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";

const guide = readFileSync(new URL("../../../../docs/api.md", import.meta.url), "utf8");
const methods: readonly Method[] = ["get", "post", "put", "patch", "delete"];

/** A request as the guide writes it: `ask -X PUT $API/v1/… -d '…'`. */
interface Request {
  readonly method: Method;
  readonly path: string;
  readonly body: object | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function requestsIn(text: string): Request[] {
  const blocks = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block = ""]) => block);
  const commands = blocks.flatMap((block) =>
    block.replaceAll(/\\\n\s*/g, "").match(/\bask(?: -X \w+| -H "[^"]*"| -d '[^']*'| "?\$API[^\s"';]+"?)+/g),
  );
  return commands.flatMap((command) => (command === null ? [] : [requestOf(command)]));
}

function requestOf(command: string): Request {
  const [, verb = "GET"] = /-X (\w+)/.exec(command) ?? [];
  const [, path = ""] = /\$API([^\s"';]+)/.exec(command) ?? [];
  const [, body] = /-d '([^']*)'/.exec(command) ?? [];
  const headers = [...command.matchAll(/-H "([\w-]+): ([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    value.replace("$(uuidgen)", randomUUID()),
  ]);
  return {
    method: methods.find((each) => each.toUpperCase() === verb) ?? "get",
    path,
    body: body === undefined ? undefined : JSON.parse(body),
    headers: Object.fromEntries(headers),
  };
}

describeInEveryMode(
  "the guide to the API",
  (servers) => {
    let api: ApiUnderTest;
    let client: ApiClient;
    beforeAll(async () => {
      api = await startApiUnderTest(servers().config);
      client = await api.clientOf("app", null);
    });
    afterAll(() => api.close());

    it("holds requests that succeed, one after the other", async () => {
      const requests = requestsIn(guide);
      expect(requests).toHaveLength(guide.match(/\bask [-"$]/g)?.length ?? 0);
      let position = "0";
      for (const { method, path, body, headers } of requests) {
        const after = method === "get" ? { "Jobbmatch-After": position } : {};
        const ask = () => client.send(method, path, body, { ...headers, ...after });
        // As the guide says: whoever is told that the index has not caught up asks again.
        const answer = await until(ask, ({ status }) => status !== 503);
        expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300);
        position = String(answer.headers["jobbmatch-position"] ?? position);
      }
    });
  },
  { modes: ["embedded"] },
);
