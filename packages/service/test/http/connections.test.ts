import { expect, it } from "vitest";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { startApiUnderTest } from "./api-under-test.ts";

describeInEveryMode(
  "connections",
  (servers) => {
    it("are kept open for longer than a proxy keeps them, so that no request meets a closed one", async () => {
      const api = await startApiUnderTest(servers().config);
      const answer = await fetch(`${api.url}/healthz`);
      const [, seconds] = /^timeout=(\d+)$/.exec(answer.headers.get("keep-alive") ?? "") ?? [];
      expect(Number(seconds)).toBeGreaterThan(120);
      await answer.text();
      await api.close();
    });
  },
  { modes: ["postgres"] },
);
