import { popcount } from "../../rules/popcount.ts";
import { squaredDistance, widened } from "../squared-distance.ts";
import type {
  ColumnKernel,
  Margin,
  Narrowed,
  OutcomeWords,
  Point,
  Points,
  RuleCounts,
} from "./column-kernel.ts";

/** The kernel in plain JavaScript, for where WebAssembly or its SIMD is missing: slower, and the same to the bit. */
export class JavaScriptColumnKernel implements ColumnKernel {
  readonly kind = "javaScript";

  selectByClass(classes: Uint16Array | Uint32Array, outcomes: Uint8Array): OutcomeWords {
    const pass = new Uint32Array(classes.length >>> 5);
    const unknown = new Uint32Array(classes.length >>> 5);
    for (let slot = 0; slot < classes.length; slot++) {
      const outcome = outcomes[classes[slot] ?? 0] ?? 0;
      addBit(pass, slot, outcome >>> 7);
      addBit(unknown, slot, (outcome >>> 6) & 1);
    }
    return { pass, unknown };
  }

  selectNear({ x, y, z, limit }: Points, place: Point, margin: Margin) {
    const near = new Uint32Array(x.length >>> 5);
    const nearly = new Uint32Array(x.length >>> 5);
    for (let slot = 0; slot < x.length; slot++) {
      const distance = squaredDistance(x[slot] ?? 0, y[slot] ?? 0, z[slot] ?? 0, place);
      addBit(near, slot, distance <= (limit[slot] ?? 0) ? 1 : 0);
      addBit(nearly, slot, distance <= widened(limit[slot] ?? 0, margin) ? 1 : 0);
    }
    return { inner: near, outer: nearly };
  }

  narrow(visible: Uint32Array, answers: readonly OutcomeWords[], excludesUnknown: boolean): Narrowed {
    const allowed = new Uint32Array(visible.length);
    const excludedOnce = new Uint32Array(visible.length);
    const counts = answers.map(() => ({ pass: 0, unknown: 0, remaining: 0, open: 0, settles: 0 }));
    for (let word = 0; word < visible.length; word++) {
      const seen = visible[word] ?? 0;
      const { left, once, single } = narrowWord(seen, word, answers, excludesUnknown, counts);
      allowed[word] = left;
      excludedOnce[word] = once;
      countOpen(left, single, word, answers, counts);
    }
    return { allowed, excludedOnce, counts };
  }
}

function addBit(words: Uint32Array, slot: number, bit: number): void {
  words[slot >>> 5] = (words[slot >>> 5] ?? 0) | (bit << (slot & 31));
}

function narrowWord(
  seen: number,
  word: number,
  answers: readonly OutcomeWords[],
  excludesUnknown: boolean,
  counts: readonly RuleCounts[],
) {
  let [left, once, again, openOnce, openAgain] = [seen, 0, 0, 0, 0];
  for (const [index, count] of counts.entries()) {
    const pass = seen & (answers[index]?.pass[word] ?? 0);
    const unknown = seen & (answers[index]?.unknown[word] ?? 0);
    const excluded = seen & ~(excludesUnknown ? pass : pass | unknown);
    again |= once & excluded;
    once |= excluded;
    left &= ~excluded;
    openAgain |= openOnce & unknown;
    openOnce |= unknown;
    count.pass += popcount(pass);
    count.unknown += popcount(unknown);
    count.remaining += popcount(left);
  }
  return { left, once: once & ~again, single: openOnce & ~openAgain };
}

function countOpen(
  left: number,
  single: number,
  word: number,
  answers: readonly OutcomeWords[],
  counts: readonly RuleCounts[],
): void {
  for (const [index, count] of counts.entries()) {
    const open = left & (answers[index]?.unknown[word] ?? 0);
    count.open += popcount(open);
    count.settles += popcount(open & single);
  }
}
