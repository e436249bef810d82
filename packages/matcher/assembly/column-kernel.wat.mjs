// The column kernel's source, in WebAssembly text; `repeat` writes out what the format has no means to abbreviate.
//
// column-kernel.ts in src/columns/kernel says what the functions do; javascript-column-kernel.ts there does the same in
// JavaScript, to the bit. Each call works on one chunk of slots that has been copied into the memory.

/** Slots of a chunk, and the bytes of one set of them. */
export const chunkSlots = 16_384;
const setBytes = chunkSlots / 8;
/** Bytes of one rule's counts: pass, unknown, remaining, open, settles. */
const countBytes = 20;

const repeat = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** Runs `body` for each word of a set, from `$words` down to 0. */
const forEachWord = (body) => `
    (block $done
      (loop $nextWord
        (br_if $done (i32.eqz (local.get $words)))
        (local.set $words (i32.sub (local.get $words) (i32.const 1)))
        ${body}
        (br $nextWord)))`;

const advance = (name, bytes) => `(local.set $${name} (i32.add (local.get $${name}) (i32.const ${bytes})))`;

/** Class numbers of 2 and of 4 bytes. */
const widths = [
  { bits: 16, bytes: 2, load: "i32.load16_u" },
  { bits: 32, bytes: 4, load: "i32.load" },
];

/** The outcome bytes of two slots that lie 16 apart, into their lanes. */
const outcomesOf = (lane, { bytes, load }) =>
  ["low", "high"]
    .map(
      (half, index) => `
        (local.set $${half} (v128.load8_lane ${lane}
          (i32.add (local.get $outcomes) (${load} offset=${(lane + 16 * index) * bytes} (local.get $classes)))
          (local.get $${half})))`,
    )
    .join("");

const selectByClass = (width) => `
  (func (export "selectByClass${width.bits}")
    (param $classes i32) (param $words i32) (param $outcomes i32) (param $pass i32) (param $unknown i32)
    (local $low v128) (local $high v128)
    ${forEachWord(`
        ${repeat(16, (lane) => outcomesOf(lane, width))}
        (i32.store16 (local.get $pass) (i8x16.bitmask (local.get $low)))
        (i32.store16 offset=2 (local.get $pass) (i8x16.bitmask (local.get $high)))
        (i32.store16 (local.get $unknown) (i8x16.bitmask (i8x16.shl (local.get $low) (i32.const 1))))
        (i32.store16 offset=2 (local.get $unknown) (i8x16.bitmask (i8x16.shl (local.get $high) (i32.const 1))))
        ${advance("classes", 32 * width.bytes)} ${advance("pass", 4)} ${advance("unknown", 4)}`)})`;

const squaredDifference = (axis, index) => `
          (local.set $difference (f32x4.sub
            (v128.load offset=${axis.position * chunkSlots * 4 + index * 16} (local.get $points))
            (local.get $${axis.name})))
          (local.set $distance (f32x4.add (local.get $distance)
            (f32x4.mul (local.get $difference) (local.get $difference))))`;

const axes = ["x", "y", "z"].map((name, position) => ({ name, position }));

const within = (name, index) => `
          (local.set $${name}Word (i32.or (local.get $${name}Word) (i32.shl
            (i32x4.bitmask (f32x4.le (local.get $distance) (local.get $${name}Limit)))
            (i32.const ${index * 4}))))`;

/** The points are four arrays of a chunk's length, one after the other: x, y, z and the squared limit. */
const selectNear = `
  (func (export "selectNear")
    (param $points i32) (param $words i32) (param $toX f32) (param $toY f32) (param $toZ f32)
    (param $cosine f32) (param $sine f32) (param $inner i32) (param $outer i32)
    (local $x v128) (local $y v128) (local $z v128) (local $difference v128) (local $distance v128)
    (local $innerLimit v128) (local $outerLimit v128) (local $innerWord i32) (local $outerWord i32)
    ${["x", "y", "z"].map((axis) => `(local.set $${axis} (f32x4.splat (local.get $to${axis.toUpperCase()})))`).join(" ")}
    ${forEachWord(`
        (local.set $innerWord (i32.const 0)) (local.set $outerWord (i32.const 0))
        ${repeat(
          8,
          (index) => `
          (local.set $distance (v128.const f32x4 0 0 0 0))
          ${axes.map((axis) => squaredDifference(axis, index)).join("")}
          (local.set $innerLimit (v128.load offset=${3 * chunkSlots * 4 + index * 16} (local.get $points)))
          (local.set $outerLimit (f32x4.add
            (f32x4.mul (f32x4.sqrt (local.get $innerLimit)) (f32x4.splat (local.get $cosine)))
            (f32x4.mul
              (f32x4.sqrt (f32x4.sub (v128.const f32x4 4 4 4 4) (local.get $innerLimit)))
              (f32x4.splat (local.get $sine)))))
          (local.set $outerLimit (f32x4.mul (local.get $outerLimit) (local.get $outerLimit)))
          ${within("inner", index)} ${within("outer", index)}`,
        )}
        (i32.store (local.get $inner) (local.get $innerWord))
        (i32.store (local.get $outer) (local.get $outerWord))
        ${advance("points", 128)} ${advance("inner", 4)} ${advance("outer", 4)}`)})`;

const addCount = (position, set) => `
          (i32.store offset=${position * 4} (local.get $count) (i32.add
            (i32.load offset=${position * 4} (local.get $count)) (i32.wrap_i64 (i64.popcnt (local.get $${set})))))`;

/** Runs `body` for each rule, with `$answer` at its word of `pass` and `$count` at its counts. */
const forEachRule = (label, body) => `
        (local.set $answer (local.get $answers))
        (local.set $count (local.get $counts))
        (loop $${label}
          ${body}
          ${advance("answer", 2 * setBytes)} ${advance("count", countBytes)}
          (br_if $${label} (i32.lt_u (local.get $count) (local.get $countsEnd))))`;

/** Words are of 64 bits here. The answers are two sets for each rule, pass and unknown, one after the other. */
const narrow = `
  (func (export "narrow")
    (param $visible i32) (param $words i32) (param $answers i32) (param $counts i32) (param $countsEnd i32)
    (param $excludedUnknown i64) (param $allowedOut i32) (param $nearOut i32)
    (local $answer i32) (local $count i32)
    (local $seen i64) (local $pass i64) (local $unknown i64) (local $excluded i64) (local $allowed i64)
    (local $once i64) (local $again i64) (local $openOnce i64) (local $openAgain i64) (local $single i64)
    ${forEachWord(`
        (local.set $seen (i64.load (local.get $visible)))
        (local.set $allowed (local.get $seen))
        ${["once", "again", "openOnce", "openAgain"].map((name) => `(local.set $${name} (i64.const 0))`).join(" ")}
        ${forEachRule(
          "nextRule",
          `
          (local.set $pass (i64.and (i64.load (local.get $answer)) (local.get $seen)))
          (local.set $unknown (i64.and (i64.load offset=${setBytes} (local.get $answer)) (local.get $seen)))
          (local.set $excluded (i64.or
            (i64.xor (local.get $seen) (i64.or (local.get $pass) (local.get $unknown)))
            (i64.and (local.get $unknown) (local.get $excludedUnknown))))
          (local.set $again (i64.or (local.get $again) (i64.and (local.get $once) (local.get $excluded))))
          (local.set $once (i64.or (local.get $once) (local.get $excluded)))
          (local.set $allowed (i64.and (local.get $allowed) (i64.xor (local.get $excluded) (i64.const -1))))
          (local.set $openAgain (i64.or (local.get $openAgain) (i64.and (local.get $openOnce) (local.get $unknown))))
          (local.set $openOnce (i64.or (local.get $openOnce) (local.get $unknown)))
          ${addCount(0, "pass")} ${addCount(1, "unknown")} ${addCount(2, "allowed")}`,
        )}
        (i64.store (local.get $allowedOut) (local.get $allowed))
        (i64.store (local.get $nearOut)
          (i64.and (local.get $once) (i64.xor (local.get $again) (i64.const -1))))
        (local.set $single (i64.and (local.get $openOnce) (i64.xor (local.get $openAgain) (i64.const -1))))
        ${forEachRule(
          "nextOpen",
          `
          (local.set $unknown (i64.and (i64.load offset=${setBytes} (local.get $answer)) (local.get $allowed)))
          (local.set $pass (i64.and (local.get $unknown) (local.get $single)))
          ${addCount(3, "unknown")} ${addCount(4, "pass")}`,
        )}
        ${["visible", "answers", "allowedOut", "nearOut"].map((name) => advance(name, 8)).join(" ")}`)})`;

export const columnKernelText = `(module
  (import "kernel" "memory" (memory 1 65536 shared))
${widths.map(selectByClass).join("")}
${selectNear}
${narrow})`;
