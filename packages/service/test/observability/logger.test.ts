import { JobbmatchError } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogFields } from "../../src/observability/log-fields.ts";
import { createLogger } from "../../src/observability/logger.ts";
import { linesOf } from "./log-lines.ts";

describe("the logger", () => {
  it("writes event, level, time and known fields as one JSON line", () => {
    const { stream, lines } = linesOf();
    createLogger({ stream }).info("request answered", {
      route: "/v1/participants/{id}",
      status: 200,
      id: "p-1",
    });
    const [line = ""] = lines();
    expect(JSON.parse(line)).toMatchObject({
      level: 30,
      msg: "request answered",
      route: "/v1/participants/{id}",
      status: 200,
      id: "p-1",
    });
  });

  it("leaves out every field that it does not know, whatever its name", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ minLength: 1 })), (unknown) => {
        const { stream, lines } = linesOf();
        const marked = Object.fromEntries(Object.keys(unknown).map((key) => [`x${key}`, "MARKER text"]));
        createLogger({ stream }).warn("event", marked as LogFields);
        expect(lines().join("")).not.toContain("MARKER");
      }),
    );
  });

  it("withholds a value that is no id, code or pattern", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { stream, lines } = linesOf();
        createLogger({ stream }).info("event", { id: `${text} Har arbetat som kock` });
        expect(lines().join("")).toContain("[withheld]");
        expect(lines().join("")).not.toContain("kock");
      }),
    );
  });

  it("writes name, code and frames of an error and its causes, never a message", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("MARKER", "MARKER\n    at MARKER", "x\nMARKER\n    at y", "$& MARKER"),
        (text) => {
          const { stream, lines } = linesOf();
          const error = new Error(text, {
            cause: new JobbmatchError({ code: "invalidJson", message: text }),
          });
          createLogger({ stream }).error("request failed", { error });
          const written = lines().join("");
          expect(written).not.toContain("MARKER");
          expect(written).toContain("invalidJson");
          expect(written).toContain("logger.test.ts");
        },
      ),
    );
  });
});
