// The kernel's source, in WebAssembly text; `repeat` writes out what the format has no means to abbreviate.
//
// scan-kernel.ts in src/vector-index/kernel describes the layout of the memory, and javascript-kernel.ts there does the
// same in JavaScript, to the bit: integer sums are exact, and each step in float32 rounds in the same place.
//
// 64 elements are written out in a row, not looped over: measured from memory in one run, 36 ns per 256-d vector against
// 54 with a loop over 32; 128 and 256 gained nothing more.

// Rows that lie far apart are slow to reach: each costs a walk through the page table and a trip to memory. WebAssembly has
// no prefetch instruction, so before 32 rows are compared, one load touches each of their cache lines. Nothing waits for
// these loads but the next ones, so that many trips are under way at once (measured with every tenth of 100,000 vectors
// in cold memory: 127 ns per vector against 315).

/** Elements that are written out, and those of the short loop for the rest of a row. */
const longStep = 64;
const shortStep = 32;
/** Rows that are touched before they are compared: few enough to stay in the cache. */
const touchedRows = 32;
/** Rows that lie within so many bytes are not touched: the processor itself fetches ahead when addresses rise evenly. */
const nearBytes = 65_536;
/** What lies before the codes of a row: its scale at 4, and nothing else that is read. */
const headerBytes = 16;

const repeat = (count, write) => Array.from({ length: count }, (_, index) => write(index)).join("\n");

/** Adds the products of `elements` elements of the row and of each query to the queries' sums. */
const multiply = (queries, elements) =>
  repeat(
    elements / 16,
    (chunk) => `
      (local.set $codes (v128.load offset=${chunk * 16} (local.get $row)))
      (local.set $low (i16x8.extend_low_i8x16_s (local.get $codes)))
      (local.set $high (i16x8.extend_high_i8x16_s (local.get $codes)))
      ${repeat(
        queries,
        (query) => `
      (local.set $sum${query} (i32x4.add (local.get $sum${query})
        (i32x4.dot_i16x8_s (local.get $low)
          (v128.load offset=${(chunk * queries + query) * 32} (local.get $element)))))
      (local.set $${queries === 1 ? "otherSum" : `sum${query}`} (i32x4.add
        (local.get $${queries === 1 ? "otherSum" : `sum${query}`})
        (i32x4.dot_i16x8_s (local.get $high)
          (v128.load offset=${(chunk * queries + query) * 32 + 16} (local.get $element)))))`,
      )}`,
  );

/** Multiplies so many elements at a time, as long as that many are left of the row. */
const multiplyWhile = (queries, elements) => `
    (block $tooFew
      (loop $again
        (br_if $tooFew (i32.gt_u (i32.add (local.get $row) (i32.const ${elements})) (local.get $rowEnd)))
        ${multiply(queries, elements)}
        (local.set $row (i32.add (local.get $row) (i32.const ${elements})))
        (local.set $element (i32.add (local.get $element) (i32.const ${elements * 2 * queries})))
        (br $again)))`;

/** Touches the next rows of the list if they lie far apart. */
const touchAhead = `
        (if (i32.ge_u (local.get $list) (local.get $touchedEnd))
          (then
            (local.set $touchedEnd (call $earlier (local.get $listEnd)
              (i32.add (local.get $list) (i32.const ${touchedRows * 4}))))
            (if (i32.gt_u (call $span (local.get $list) (local.get $touchedEnd)) (i32.const ${nearBytes}))
              (then (global.set $touched
                (call $touch (local.get $list) (local.get $touchedEnd) (local.get $dimensions)))))))`;

/** Multiplies a row, whose address is in `$block`, with each query, from nothing to the last of its elements. */
const multiplyRow = (queries) => `
        (local.set $row (i32.add (local.get $block) (i32.const ${headerBytes})))
        (local.set $rowEnd (i32.add (local.get $row) (local.get $dimensions)))
        (local.set $element (local.get $queries))
        (local.set $otherSum (v128.const i32x4 0 0 0 0))
        ${repeat(queries, (query) => `(local.set $sum${query} (v128.const i32x4 0 0 0 0))`)}
        ${multiplyWhile(queries, longStep)}
        ${multiplyWhile(queries, shortStep)}
        (local.set $sum0 (i32x4.add (local.get $sum0) (local.get $otherSum)))`;

const multiplyLocals = `
    (local $block i32) (local $row i32) (local $rowEnd i32) (local $element i32) (local $touchedEnd i32) (local $listEnd i32)
    (local $codes v128) (local $low v128) (local $high v128) (local $otherSum v128)`;

/** A row's sum for a query as a scaled float32. */
const scaled = (query) => `(f32.mul
          (f32.convert_i32_s (call $sumOfLanes (local.get $sum${query}))) (f32.load offset=4 (local.get $block)))`;

/** For each listed row and each query: the scaled dot product. */
const scan = (name, queries) => `
  (func (export "${name}")
    (param $list i32) (param $count i32) (param $dimensions i32) (param $queries i32) (param $out i32)
    (local $queryBytes i32) ${multiplyLocals}
    ${repeat(queries, (query) => `(local $sum${query} v128)`)}
    (local.set $queryBytes (i32.shl (local.get $count) (i32.const 2)))
    (local.set $listEnd (i32.add (local.get $list) (local.get $queryBytes)))
    (block $done
      (loop $nextRow
        (br_if $done (i32.ge_u (local.get $list) (local.get $listEnd)))
        ${touchAhead}
        (local.set $block (i32.load (local.get $list)))
        ${multiplyRow(queries)}
        ${repeat(
          queries,
          (query) => `(f32.store
          (i32.add (local.get $out) (i32.mul (local.get $queryBytes) (i32.const ${query})))
          ${scaled(query)})`,
        )}
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (br $nextRow))))`;

/** Which of the listed rows have at least a given scaled dot product with the query. */
const selectRows = `
  (func (export "selectRows")
    (param $list i32) (param $count i32) (param $dimensions i32) (param $queries i32) (param $least f32) (param $out i32)
    (result i32) (local $listStart i32) (local $outStart i32) (local $value f32) ${multiplyLocals} (local $sum0 v128)
    (local.set $listStart (local.get $list))
    (local.set $outStart (local.get $out))
    (local.set $listEnd (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $nextRow
        (br_if $done (i32.ge_u (local.get $list) (local.get $listEnd)))
        ${touchAhead}
        (local.set $block (i32.load (local.get $list)))
        ${multiplyRow(1)}
        (local.set $value ${scaled(0)})
        (if (f32.ge (local.get $value) (local.get $least))
          (then
            (i32.store (local.get $out)
              (i32.shr_u (i32.sub (local.get $list) (local.get $listStart)) (i32.const 2)))
            (f32.store offset=4 (local.get $out) (local.get $value))
            (local.set $out (i32.add (local.get $out) (i32.const 8)))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (br $nextRow)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $outStart)) (i32.const 3)))`;

/** Lanes 0 and 1 of two vectors, or 2 and 3; even lanes, or odd ones: bytes for a shuffle. */
const lanes = (...numbers) =>
  numbers.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte)).join(" ");

/** The dot product of two float32 vectors in double precision; each of four sums takes every fourth element. */
const dotFloat = `
  (func (export "dotFloat") (param $left i32) (param $right i32) (param $elements i32) (result f64)
    (local $end i32) (local $one v128) (local $other v128) (local $low v128) (local $high v128)
    (local.set $end (i32.add (local.get $left) (i32.shl (local.get $elements) (i32.const 2))))
    (block $done
      (loop $nextFour
        (br_if $done (i32.ge_u (local.get $left) (local.get $end)))
        (local.set $one (v128.load (local.get $left)))
        (local.set $other (v128.load (local.get $right)))
        (local.set $low (f64x2.add (local.get $low) (f64x2.mul
          (f64x2.promote_low_f32x4 (local.get $one)) (f64x2.promote_low_f32x4 (local.get $other)))))
        (local.set $high (f64x2.add (local.get $high) (f64x2.mul
          (f64x2.promote_low_f32x4 (i8x16.shuffle ${lanes(2, 3, 2, 3)} (local.get $one) (local.get $one)))
          (f64x2.promote_low_f32x4 (i8x16.shuffle ${lanes(2, 3, 2, 3)} (local.get $other) (local.get $other))))))
        (local.set $left (i32.add (local.get $left) (i32.const 16)))
        (local.set $right (i32.add (local.get $right) (i32.const 16)))
        (br $nextFour)))
    (f64.add
      (f64.add (f64x2.extract_lane 0 (local.get $low)) (f64x2.extract_lane 1 (local.get $low)))
      (f64.add (f64x2.extract_lane 0 (local.get $high)) (f64x2.extract_lane 1 (local.get $high)))))`;

/** The products of a row's projection with the query's, summed into four lanes. */
const projectedProducts = (row) => `
      (local.set $codes (v128.load offset=${row * 32} (local.get $four)))
      (local.set $sum${row} (i32x4.add
        (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $codes)) (local.get $query0))
        (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $codes)) (local.get $query1))))
      (local.set $codes (v128.load offset=${row * 32 + 16} (local.get $four)))
      (local.set $sum${row} (i32x4.add (local.get $sum${row}) (i32x4.add
        (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $codes)) (local.get $query2))
        (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $codes)) (local.get $query3)))))`;

/** Sums of lanes 0 and 2, and of 1 and 3, of two vectors. */
const halved = (one, other) => `(i32x4.add
        (i8x16.shuffle ${lanes(0, 1, 4, 5)} (local.get ${one}) (local.get ${other}))
        (i8x16.shuffle ${lanes(2, 3, 6, 7)} (local.get ${one}) (local.get ${other})))`;

/** For each row, four at a time: what its dot product with the query can be at most, from their projections. */
const boundProjections = `
  (func (export "boundProjections")
    (param $four i32) (param $fours i32) (param $query i32) (param $out i32)
    (local $queryScale v128) (local $queryRest v128) (local $margin v128) (local $end i32) (local $codes v128) (local $low v128) (local $high v128)
    ${repeat(4, (row) => `(local $sum${row} v128) (local $query${row} v128)`)}
    ${repeat(4, (part) => `(local.set $query${part} (v128.load offset=${part * 16} (local.get $query)))`)}
    (local.set $queryScale (v128.load32_splat offset=64 (local.get $query)))
    (local.set $queryRest (v128.load32_splat offset=68 (local.get $query)))
    (local.set $margin (v128.load32_splat offset=72 (local.get $query)))
    (local.set $end (i32.add (local.get $four) (i32.mul (local.get $fours) (i32.const 176))))
    (block $done
      (loop $nextFour
        (br_if $done (i32.ge_u (local.get $four) (local.get $end)))
        ${repeat(4, projectedProducts)}
        (local.set $low ${halved("$sum0", "$sum1")})
        (local.set $high ${halved("$sum2", "$sum3")})
        (v128.store (local.get $out) (f32x4.add
          (f32x4.add
            (f32x4.mul
              (f32x4.convert_i32x4_s (i32x4.add
                (i8x16.shuffle ${lanes(0, 2, 4, 6)} (local.get $low) (local.get $high))
                (i8x16.shuffle ${lanes(1, 3, 5, 7)} (local.get $low) (local.get $high))))
              (f32x4.mul (v128.load offset=128 (local.get $four)) (local.get $queryScale)))
            (f32x4.mul (v128.load offset=144 (local.get $four)) (local.get $queryRest)))
          (f32x4.add (v128.load offset=160 (local.get $four)) (local.get $margin))))
        (local.set $four (i32.add (local.get $four) (i32.const 176)))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $nextFour))))`;

export const scanKernelText = `(module
  (import "kernel" "memory" (memory 1 65536 shared))

  ;; What was touched, added up: without a use of it, the compiler would drop the loads.
  (global $touched (mut i32) (i32.const 0))

  (func $sumOfLanes (param $lanes v128) (result i32)
    (local.set $lanes (i32x4.add (local.get $lanes)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $lanes) (local.get $lanes))))
    (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes))))

  (func $earlier (param $one i32) (param $other i32) (result i32)
    (select (local.get $one) (local.get $other) (i32.lt_u (local.get $one) (local.get $other))))

  ;; From the first listed row to the last.
  (func $span (param $list i32) (param $listEnd i32) (result i32)
    (i32.sub
      (i32.load (i32.sub (local.get $listEnd) (i32.const 4)))
      (i32.load (local.get $list))))

  ;; Loads something from each cache line of the listed rows; the sum means nothing.
  (func $touch (param $list i32) (param $listEnd i32) (param $dimensions i32) (result i32)
    (local $line i32) (local $rowEnd i32) (local $sum i32)
    (block $done
      (loop $nextRow
        (br_if $done (i32.ge_u (local.get $list) (local.get $listEnd)))
        (local.set $line (i32.load (local.get $list)))
        (local.set $rowEnd
          (i32.add (i32.add (local.get $line) (i32.const ${headerBytes})) (local.get $dimensions)))
        (loop $nextLine
          (local.set $sum (i32.add (local.get $sum) (i32.load (local.get $line))))
          (local.set $line (i32.add (local.get $line) (i32.const 64)))
          (br_if $nextLine (i32.lt_u (local.get $line) (local.get $rowEnd))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (br $nextRow)))
    (local.get $sum))
${scan("scanOne", 1)}
${scan("scanFour", 4)}
${selectRows}
${dotFloat}
${boundProjections})`;
