import type { Participant } from "@jobbmatch/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInRules } from "../../src/rules/built-in-rules.ts";
import { participantArbitrary } from "../arbitraries.ts";

const takenApart = ["availability", "commute"];

/** A profile that notes which of its fields are read. */
function observed<Value extends object>(value: Value, read: Set<string>, prefix = ""): Value {
  return new Proxy(value, {
    get: (target, key) => {
      const inner = Reflect.get(target, key);
      const path = `${prefix}${String(key)}`;
      if (takenApart.includes(path) && typeof inner === "object" && inner !== null)
        return observed(inner, read, `${path}.`);
      read.add(path);
      return inner;
    },
  });
}

describe("the fields that a rule says it reads", () => {
  it.each(builtInRules.map((rule) => [rule.id, rule] as const))("are all that %s reads", (_id, rule) => {
    const property = fc.property(participantArbitrary, (participant: Participant) => {
      const read = new Set<string>();
      rule.createColumn().prepare(observed(participant, read));
      const declared = rule.reads ?? [];
      const covers = (path: string) => declared.some((each) => path === each || each.startsWith(`${path}.`));
      expect([...read].filter((path) => !covers(path))).toEqual([]);
    });
    fc.assert(property, { numRuns: 100 });
    expect(rule.reads).toBeDefined();
  });
});
