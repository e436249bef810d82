// The kernel's source, in WebAssembly text. bound-kernel.ts in src/ranking/slot-bounds/kernel describes the memory, and
// javascript-bound-kernel.ts there does the same in JavaScript, to the bit: each step in float32 rounds in the same place.
//
// Four slots at a time, one in each lane, without a branch: which of two similarities is greater cannot be foreseen, and
// `f32.max` branches on it (measured: 190 ns a slot with scalar code, 40 so).
//
// Records of those who are asked for lie far apart, and each costs a trip to memory. So the records of 32 slots are touched
// before they are read: nothing waits for these loads, and many trips are under way at once.

const touchedSlots = 32;
const listAddress = 7296;
const outAddress = listAddress + 4096;
const firstRecord = 16384;

const get = (name) => `(local.get $${name})`;
const set = (name, value) => `(local.set $${name} ${value})`;
const splat = (value) => `(v128.const f32x4 ${`${value} `.repeat(4)})`;
const integers = (value) => `(i32x4.splat (i32.const ${value}))`;
/** A number of the query, in all lanes. */
const query = (offset, base = "(i32.const 0)") => `(v128.load32_splat offset=${offset} ${base})`;
const multiply = (one, other) => `(f32x4.mul ${one} ${other})`;
const add = (one, other) => `(f32x4.add ${one} ${other})`;
const subtract = (one, other) => `(f32x4.sub ${one} ${other})`;
const greater = (one, other) => `(f32x4.pmax ${one} ${other})`;
const lesser = (one, other) => `(f32x4.pmin ${one} ${other})`;
const both = (one, other) => `(v128.and ${one} ${other})`;
const shiftRight = (value, bits) => `(i32x4.shr_u ${value} (i32.const ${bits}))`;
/** The first where the mask is set, else the second. */
const choose = (one, other, mask) => `(v128.bitselect ${one} ${other} ${mask})`;

/** Loads four bytes into each lane from the address that `addressOf` gives for it. */
const gather = (offset, addressOf) =>
  [1, 2, 3].reduce(
    (lanes, lane) => `(v128.load32_lane offset=${offset} ${lane} ${addressOf(lane)} ${lanes})`,
    `(v128.load32_zero offset=${offset} ${addressOf(0)})`,
  );

const record = (lane) => get(`record${lane}`);
/** Four bytes of each record. */
const field = (offset) => gather(offset, record);
/** The upper bounds of the texts in a place. */
const text = (place) =>
  gather(
    0,
    (lane) =>
      `(i32.add ${get("similarities")} (i32.shl (i32.load offset=${place * 4} ${record(lane)}) (i32.const 2)))`,
  );
/** Numbers of a table by the numbers in `$index`. */
const lookUp = (table) =>
  gather(table, (lane) => `(i32.shl (i32x4.extract_lane ${lane} ${get("index")}) (i32.const 2))`);

const greatestOf = (values) => values.reduce(greater);

/** How far a similarity lies from where it begins to count to where it counts in full. */
const ramp = (similarity, low, scale) =>
  lesser(splat(1), greater(splat(0), multiply(subtract(similarity, splat(low)), splat(scale))));

/** How related codes are to one that lies at an address: by four, three or two digits that they share. */
const codeRelevance = (code, asked, base) => {
  const liesWithin = (offset, count) =>
    `(i32x4.lt_u (i32x4.sub ${code} ${query(offset, base)}) ${integers(count)})`;
  const byTwo = both(splat(0.4), liesWithin(asked + 8, 100));
  const byThree = choose(splat(0.7), byTwo, liesWithin(asked + 4, 10));
  return choose(splat(1), byThree, `(i32x4.eq ${code} ${query(asked, base)})`);
};

/** Takes the worth of one piece of earlier work into `$value`; 1 and less stand for none. */
const work = (place) => `
  ${set("number", field(32 + place * 4))}
  ${set("index", both(shiftRight(get("number"), 8), integers(1023)))}
  ${set("worth", lookUp(128))}
  ${set("index", both(get("number"), integers(255)))}
  ${set("worth", add(get("worth"), lookUp(4224)))}
  ${set("index", shiftRight(get("number"), 18))}
  ${set("worth", multiply(greater(get("related"), codeRelevance(get("index"), 36)), get("worth")))}
  ${set("value", greater(get("value"), both(get("worth"), `(i32x4.gt_u ${get("number")} ${integers(1)})`)))}`;

/** Takes how related a wish is to what is offered into `$value`; 0 stands for none. */
const wish = (code) => `
  ${set("number", code)}
  ${set("index", `(i32x4.sub ${get("number")} ${integers(1)})`)}
  (local.set $offered (i32.const 52))
  (block $met
    (loop $nextOffered
      (br_if $met (i32.ge_u (local.get $offered) (local.get $offeredEnd)))
      ${set(
        "value",
        greater(
          get("value"),
          both(codeRelevance(get("index"), 0, get("offered")), `(i32x4.ne ${get("number")} ${integers(0)})`),
        ),
      )}
      (local.set $offered (i32.add (local.get $offered) (i32.const 12)))
      (br $nextOffered)))`;

const low = (value) => both(value, integers(0xffff));
const signedLow = (value) => `(i32x4.shr_s (i32x4.shl ${value} (i32.const 16)) (i32.const 16))`;
const signedHigh = (value) => `(i32x4.shr_s ${value} (i32.const 16))`;
const axis = (place, offset) => `
  ${set("part", subtract(`(f32x4.convert_i32x4_s ${place})`, query(offset)))}
  ${set("square", add(get("square"), multiply(get("part"), get("part"))))}`;

const isFlagged = (flag) => `(i32x4.ne ${both(get("flags"), integers(flag))} ${integers(0)})`;
const addShare = (offset) => set("sum", add(get("sum"), multiply(query(offset), get("value"))));
const recordOf = (entry, offset) =>
  `(i32.add (i32.const ${firstRecord}) (i32.shl (i32.load offset=${listAddress + offset} ${entry}) (i32.const 6)))`;

export const boundKernelText = `(module
  (import "kernel" "memory" (memory 1 65536 shared))

  (func (export "boundSlots") (param $count i32) (param $similarities i32) (result i32)
    (local $entry i32) (local $end i32) (local $touchedEnd i32) (local $touching i32) (local $touched i32)
    (local $record0 i32) (local $record1 i32) (local $record2 i32) (local $record3 i32)
    (local $offered i32) (local $offeredEnd i32)
    (local $nearest v128) (local $related v128) (local $flags v128) (local $number v128) (local $index v128)
    (local $worth v128) (local $value v128) (local $sum v128) (local $part v128) (local $square v128)
    (local.set $end (i32.shl (local.get $count) (i32.const 2)))
    (local.set $offeredEnd (i32.add (i32.const 52) (i32.mul (i32.load offset=48 (i32.const 0)) (i32.const 12))))
    (block $done
      (loop $nextFour
        (br_if $done (i32.ge_u (local.get $entry) (local.get $end)))
        (if (i32.ge_u (local.get $entry) (local.get $touchedEnd))
          (then
            (local.set $touching (local.get $touchedEnd))
            (local.set $touchedEnd (i32.add (local.get $entry) (i32.const ${touchedSlots * 4})))
            (if (i32.gt_u (local.get $touchedEnd) (local.get $end))
              (then (local.set $touchedEnd (local.get $end))))
            (loop $touch
              (local.set $touched (i32.add (local.get $touched) (i32.load ${recordOf(get("touching"), 0)})))
              (local.set $touching (i32.add (local.get $touching) (i32.const 4)))
              (br_if $touch (i32.lt_u (local.get $touching) (local.get $touchedEnd))))))
        ${[0, 1, 2, 3].map((lane) => set(`record${lane}`, recordOf(get("entry"), lane * 4))).join("\n")}
        ${set("flags", field(60))}

        ;; similarity
        ${set("nearest", greatestOf([splat(0), text(0), text(1), text(2)]))}
        ${set("related", ramp(get("nearest"), 0.35, 2.5))}
        ${set("value", lesser(splat(1), greatestOf([get("nearest"), text(3), text(4), text(5)])))}
        ${set("sum", query(0))}
        ${addShare(4)}

        ;; experience
        ${set("value", splat(0))}
        ${[0, 1, 2].map(work).join("\n")}
        ${set("value", choose(splat(1), get("value"), isFlagged(4)))}
        ${set("value", choose(splat(0.2), get("value"), `(i32x4.eq ${field(32)} ${integers(0)})`))}
        ${addShare(8)}

        ;; wish
        ${set("value", ramp(greatestOf([splat(0), text(6), text(7)]), 0.25, 2))}
        ${set("part", field(44))}
        ${wish(low(get("part")))}
        ${wish(shiftRight(get("part"), 16))}
        ${set("square", field(48))}
        ${wish(low(get("square")))}
        ${wish(shiftRight(get("square"), 16))}
        ${set("value", choose(splat(1), get("value"), isFlagged(8)))}
        ${set("value", choose(splat(0.3), get("value"), `(i32x4.eq ${low(get("part"))} ${integers(0)})`))}
        ${addShare(12)}

        ;; distance, in kilometres along the chord, which is never longer than the arc
        ${set("square", splat(0))}
        ${set("number", field(52))}
        ${axis(signedLow(get("number")), 24)}
        ${axis(signedHigh(get("number")), 28)}
        ${set("number", field(56))}
        ${axis(signedLow(get("number")), 32)}
        ${set("number", shiftRight(get("number"), 16))}
        ${set("part", greater(splat(0), subtract(multiply(`(f32x4.sqrt ${get("square")})`, query(120)), query(124))))}
        ${set("index", `(i32x4.trunc_sat_f32x4_s ${lesser(splat(511), get("part"))})`)}
        ${set(
          "value",
          choose(
            lookUp(5248),
            greater(
              splat(0),
              subtract(
                splat(1),
                `(f32x4.div ${get("part")} (f32x4.convert_i32x4_s (i32x4.shl ${get("number")} (i32.const 1))))`,
              ),
            ),
            `(i32x4.eq ${get("number")} ${integers(0)})`,
          ),
        )}
        ${set("value", choose(get("value"), splat(0.5), isFlagged(1)))}
        ${addShare(16)}

        ;; skills
        ${set("value", choose(splat(1), splat(0.2), isFlagged(2)))}
        ${addShare(20)}

        (v128.store offset=${outAddress} (local.get $entry) (local.get $sum))
        (local.set $entry (i32.add (local.get $entry) (i32.const 16)))
        (br $nextFour)))
    ;; Without a use of what was touched, the compiler would drop the loads.
    (local.get $touched))

  (func (export "placesAbove")
    (param $similarities i32) (param $count i32) (param $bound f32) (param $out i32) (result i32)
    (local $place i32) (local $first i32) (local $mask i32) (local $bounds v128)
    ${[0, 1, 2, 3].map((part) => `(local $above${part} v128)`).join(" ")}
    (local.set $first (local.get $out))
    (local.set $bounds (f32x4.splat (local.get $bound)))
    (block $done
      (loop $nextSixteen
        (br_if $done (i32.ge_u (local.get $place) (local.get $count)))
        ${[0, 1, 2, 3].map((part) => set(`above${part}`, `(f32x4.gt (v128.load offset=${part * 16} (local.get $similarities)) (local.get $bounds))`)).join("\n")}
        (if (v128.any_true (v128.or
            (v128.or (local.get $above0) (local.get $above1)) (v128.or (local.get $above2) (local.get $above3))))
          (then
            (local.set $mask ${[1, 2, 3].reduce((mask, part) => `(i32.or ${mask} (i32.shl (i32x4.bitmask ${get(`above${part}`)}) (i32.const ${part * 4})))`, `(i32x4.bitmask ${get("above0")})`)})
            (loop $nextAbove
              (i32.store (local.get $out) (i32.add (local.get $place) (i32.ctz (local.get $mask))))
              (local.set $out (i32.add (local.get $out) (i32.const 4)))
              (local.set $mask (i32.and (local.get $mask) (i32.sub (local.get $mask) (i32.const 1))))
              (br_if $nextAbove (local.get $mask)))))
        (local.set $similarities (i32.add (local.get $similarities) (i32.const 64)))
        (local.set $place (i32.add (local.get $place) (i32.const 16)))
        (br $nextSixteen)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $first)) (i32.const 2))))`;
