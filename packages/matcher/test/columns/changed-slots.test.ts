import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChangedSlots } from "../../src/columns/changed-slots.ts";

describe("changed slots", () => {
  it("are those that were noted after a revision", () => {
    const property = fc.property(fc.array(fc.nat(50), { maxLength: 200 }), fc.nat(200), (slots, revision) => {
      const changes = new ChangedSlots();
      for (const slot of slots) changes.note(slot);
      expect(changes.revision).toBe(slots.length);
      const firsts = slots
        .map((slot, change) => [slot, change] as const)
        .slice(revision)
        .reverse();
      expect(changes.since(revision)).toEqual(new Map(firsts));
    });
    fc.assert(property);
  });

  it("are unknown when too many have changed, and known up to then", () => {
    const changes = new ChangedSlots();
    for (let slot = 0; slot < 40_000; slot++) changes.note(slot);
    expect(changes.since(0)).toBeUndefined();
    const { revision } = changes;
    for (let slot = 0; slot < 16_384; slot++) changes.note(slot);
    expect(changes.since(revision)).toEqual(
      new Map(Array.from({ length: 16_384 }, (_, slot) => [slot, revision + slot])),
    );
    changes.note(1);
    expect(changes.since(revision)).toBeUndefined();
  });
});
