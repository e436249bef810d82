import { describe, expect, it } from "vitest";
import { read } from "./read-case.ts";

describe("credentials", () => {
  const demand = { credentials: [{ anyOf: ["truck-b" as const] }], start: "2026-03-15" };

  it("must be valid on the start day; what has expired is renewed", () => {
    const until = (validUntil: string) => ({ credentials: [{ kind: "truck-b" as const, validUntil }] });
    expect(read("credentials", until("2026-03-15"), demand)[0]).toBe("pass");
    expect(read("credentials", until("2026-03-14"), demand)).toEqual([
      "fail",
      "truckkort klass B (höglyftare)",
      "truckkort klass B (höglyftare) (gick ut 2026-03-14)",
      "credentials:truck-b:renew Förnya: truckkort klass B (höglyftare)",
    ]);
  });

  it("asks about a list that is absent and names what is missing from one that is given", () => {
    expect(read("credentials", {}, demand, "en")[3]).toBe(
      "credentials:truck-b Does the person have a valid credential: truck permit class B (high lift)?",
    );
    expect(read("credentials", { credentials: [{ kind: "adr" }] }, demand).slice(2)).toEqual([
      "inget av dem",
      "credentials:truck-b Skaffa: truckkort klass B (höglyftare)",
    ]);
  });
});
