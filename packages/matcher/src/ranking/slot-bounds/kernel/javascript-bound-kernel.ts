import { grownBuffer } from "../../../vector-index/kernel/growing-memory.ts";
import { flags } from "../slot-record.ts";
import {
  type BoundKernel,
  firstRecord,
  listAddress,
  outAddress,
  queryPlaces,
  recordBytes,
  recordPlaces,
} from "./bound-kernel.ts";
import { type MemoryViews, viewsOf } from "./memory-views.ts";

const round = Math.fround;
const [related, neighbouring, sameField] = [1, round(0.7), round(0.4)] as const;
const [unknownExperience, unknownWish, unknownDistance, unknownSkills] = [
  round(0.2),
  round(0.3),
  0.5,
  round(0.2),
] as const;

/** The kernel in plain JavaScript, for where WebAssembly is missing: slower, and the same to the bit. */
export class JavaScriptBoundKernel implements BoundKernel {
  readonly kind = "javaScript";
  #views: MemoryViews = viewsOf(new ArrayBuffer(0));

  get buffer(): ArrayBufferLike {
    return this.#views.buffer;
  }

  reserve(bytes: number): void {
    const grown = grownBuffer(this.buffer, bytes);
    if (grown !== this.buffer) this.#views = viewsOf(grown);
  }

  boundSlots(count: number, similarities: number): void {
    const { uint32, float32 } = this.#views;
    for (let entry = 0; entry < count; entry++) {
      const record = firstRecord + (uint32[listAddress / 4 + entry] ?? 0) * recordBytes;
      float32[outAddress / 4 + entry] = this.#bound(record, similarities / 4);
    }
  }

  placesAbove(similarities: number, count: number, bound: number, out: number): number {
    const { uint32, float32 } = this.#views;
    const least = round(bound);
    let found = 0;
    for (let place = 0; place < count; place++) {
      if ((float32[similarities / 4 + place] ?? 0) > least) uint32[out / 4 + found++] = place;
    }
    return found;
  }

  #bound(record: number, similarities: number): number {
    const experience = this.#nearest(record, similarities, [0, 3]);
    const background = Math.max(experience, this.#nearest(record, similarities, [3, 6]));
    const parts = [
      [queryPlaces.similarityShare, Math.min(1, background)],
      [queryPlaces.experienceShare, this.#experience(record, experience)],
      [queryPlaces.wishShare, this.#wish(record, similarities)],
      [queryPlaces.distanceShare, this.#distance(record)],
      [queryPlaces.skillsShare, this.#isFlagged(record, flags.knowsSkills) ? 1 : unknownSkills],
    ] as const;
    return parts.reduce(
      (sum, [share, value]) => round(sum + round(this.#float(share) * value)),
      this.#float(queryPlaces.constant),
    );
  }

  /** The greatest upper bound of the texts in some places, at least 0. */
  #nearest(record: number, similarities: number, [from, to]: readonly [number, number]): number {
    const { uint32, float32 } = this.#views;
    let nearest = 0;
    for (let place = from; place < to; place++) {
      const text = uint32[(record + recordPlaces.texts) / 4 + place] ?? 0;
      nearest = Math.max(nearest, float32[similarities + text] ?? 0);
    }
    return nearest;
  }

  #experience(record: number, nearest: number): number {
    const work = this.#views.uint32.subarray((record + recordPlaces.work) / 4).subarray(0, 3);
    if (work[0] === 0) return unknownExperience;
    if (this.#isFlagged(record, flags.hasMoreWork)) return 1;
    const byText = ramp(nearest, round(0.35), 2.5);
    return work.reduce((best, each) => Math.max(best, this.#worth(each, byText)), 0);
  }

  #worth(work: number, byText: number): number {
    if (work <= 1) return 0;
    const relevance = Math.max(byText, this.#codeRelevance(work >>> 18, queryPlaces.asked));
    const practice = this.#float(queryPlaces.practice + ((work >>> 8) & 1023) * 4);
    const freshness = this.#float(queryPlaces.freshness + (work & 255) * 4);
    return round(relevance * round(practice + freshness));
  }

  #wish(record: number, similarities: number): number {
    const wishes = this.#views.uint16.subarray((record + recordPlaces.wishes) / 2).subarray(0, 4);
    if (wishes[0] === 0) return unknownWish;
    if (this.#isFlagged(record, flags.hasMoreWishes)) return 1;
    const byText = ramp(this.#nearest(record, similarities, [6, 8]), 0.25, 2);
    return wishes.reduce(
      (best, each) => (each === 0 ? best : Math.max(best, this.#wishRelevance(each - 1))),
      byText,
    );
  }

  #wishRelevance(code: number): number {
    const count = this.#views.uint32[queryPlaces.offeredCount / 4] ?? 0;
    let best = 0;
    for (let index = 0; index < count; index++) {
      best = Math.max(best, this.#codeRelevance(code, queryPlaces.offered + index * 12));
    }
    return best;
  }

  #codeRelevance(code: number, asked: number): number {
    const { uint32 } = this.#views;
    if (code === uint32[asked / 4]) return related;
    if ((code - (uint32[asked / 4 + 1] ?? 0)) >>> 0 < 10) return neighbouring;
    return (code - (uint32[asked / 4 + 2] ?? 0)) >>> 0 < 100 ? sameField : 0;
  }

  #distance(record: number): number {
    if (!this.#isFlagged(record, flags.knowsHome)) return unknownDistance;
    const { int16, uint16 } = this.#views;
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      const part = round(
        (int16[(record + recordPlaces.home) / 2 + axis] ?? 0) - this.#float(queryPlaces.place + axis * 4),
      );
      square = round(square + round(part * part));
    }
    const length = round(round(round(Math.sqrt(square)) * this.#float(queryPlaces.kmPerUnit)));
    const km = Math.max(0, round(length - this.#float(queryPlaces.kmError)));
    const reach = uint16[(record + recordPlaces.reachKm) / 2] ?? 0;
    if (reach > 0) return Math.max(0, round(1 - round(km / (2 * reach))));
    return this.#float(queryPlaces.fading + Math.trunc(Math.min(511, km)) * 4);
  }

  #isFlagged(record: number, flag: number): boolean {
    return ((this.#views.uint8[record + recordPlaces.flags] ?? 0) & flag) !== 0;
  }

  #float(address: number): number {
    return this.#views.float32[address / 4] ?? 0;
  }
}

/** How far a similarity lies from where it begins to count to where it counts in full. */
function ramp(similarity: number, low: number, scale: number): number {
  return Math.min(1, Math.max(0, round(round(similarity - low) * scale)));
}
