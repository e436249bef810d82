import fc from "fast-check";
import { expect, it } from "vitest";
import { SlotPicker } from "../../src/columns/slot-picker.ts";
import { SlotPostings } from "../../src/columns/slot-postings.ts";
import { Bitset } from "../../src/rules/bitset.ts";

const slotCount = 40;
const keyCount = 6;
/** More than the changes that are noted before the lists are made anew. */
const manyChanges = 1100;

const slot = fc.nat({ max: slotCount - 1 });
const keys = fc.uniqueArray(fc.nat({ max: keyCount - 1 }), { maxLength: 3 });
const change = fc.record({ slot, keys });

function bitsetOf(slots: readonly number[]): Bitset {
  const set = new Bitset(slotCount);
  for (const each of slots) set.add(each);
  return set;
}

it("picks, of a set, all slots that hold a key, each once, whatever changed since", () => {
  const property = fc.property(
    fc.array(fc.tuple(change, fc.boolean()), { maxLength: 60 }),
    fc.array(slot),
    keys,
    (changes, among, asked) => {
      const held = new Map<number, readonly number[]>();
      const postings = new SlotPostings((tell) => {
        for (const [each, list] of held) for (const key of list) tell(each, key);
      });
      const touched = new Set<number>();
      for (const [each, isAsked] of changes) {
        held.set(each.slot, each.keys);
        postings.touch(each.slot);
        touched.add(each.slot);
        if (!isAsked) continue;
        const picker = new SlotPicker(bitsetOf(among).words);
        postings.pick(asked, picker);
        const found = [...picker.slots];
        expect(new Set(found).size).toBe(found.length);
        for (const one of found) expect(among).toContain(one);
        const holders = [...held].filter(([, list]) => list.some((key) => asked.includes(key)));
        for (const [one] of holders) if (among.includes(one)) expect(found).toContain(one);
      }
    },
  );
  fc.assert(property);
});

it("picks nobody but holders and those who changed since the lists were made", () => {
  const held = new Map<number, number>(
    Array.from({ length: slotCount }, (_, each) => [each, each % keyCount]),
  );
  const postings = new SlotPostings((tell) => {
    for (const [each, key] of held) tell(each, key);
  });
  const pickedFor = (key: number) => {
    const picker = new SlotPicker(bitsetOf([...held.keys()]).words);
    postings.pick([key], picker);
    return [...picker.slots].sort((a, b) => a - b);
  };
  const holdersOf = (key: number) => [...held].filter(([, own]) => own === key).map(([each]) => each);
  expect(pickedFor(2)).toEqual(holdersOf(2));
  held.set(3, 2);
  postings.touch(3);
  expect(pickedFor(2)).toEqual(holdersOf(2).sort((a, b) => a - b));
  expect(pickedFor(4)).toEqual([...holdersOf(4), 3].sort((a, b) => a - b));
  for (let count = 0; count < manyChanges; count++) {
    held.set(slotCount + count, 5);
    postings.touch(slotCount + count);
  }
  expect(pickedFor(4)).toEqual(holdersOf(4));
});
