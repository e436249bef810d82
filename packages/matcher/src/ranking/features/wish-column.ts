import type { Participant, Vacancy } from "@jobbmatch/shared";
import type { ColumnImage } from "../../columns/column-image.ts";
import { ShortLists } from "../../columns/short-lists.ts";
import { offeredCodes, wishCode } from "../../text/occupation-code.ts";
import { ramp } from "../clamp.ts";
import type { CompiledFeature, FeatureColumn } from "../feature-column.ts";
import { type CodeNumber, codeNumber, codeRelevance } from "../occupation-relevance.ts";
import { flags, wishCodes as keptCodes, type SlotRecord } from "../slot-bounds/slot-record.ts";
import { WishVacancyColumn } from "../vacancy-columns/wish-vacancy-column.ts";

/** Cosine at which a wish begins to count as meant for this vacancy, and at which it fully does. */
const unrelated = 0.25;
const same = 0.75;
export const unknownWish = 0.3;

export function wishByText(similarity: number): number {
  return ramp(similarity, unrelated, same);
}

/** The occupation codes of everybody's wishes. */
export class WishColumn implements FeatureColumn {
  /** Code numbers + 1. */
  readonly #wishes = new ShortLists(keptCodes);

  set(slot: number, { wishes = [] }: Participant): void {
    this.#wishes.set(
      slot,
      wishes.map((wish) => codeNumber(wishCode(wish)) + 1),
    );
  }

  remove(slot: number): void {
    this.#wishes.remove(slot);
  }

  pack(slot: number, record: SlotRecord): void {
    for (let place = 0; place < keptCodes; place++) {
      record.wishes[place] = this.#wishes.values[slot * keptCodes + place] ?? 0;
    }
    if (this.#wishes.othersOf(slot).length > 0) record.flags |= flags.hasMoreWishes;
  }

  image(): ColumnImage {
    return this.#wishes.image();
  }

  restore(image: ColumnImage): boolean {
    return this.#wishes.restore(image);
  }

  compile(vacancy: Vacancy): CompiledFeature {
    const offered = offeredCodes(vacancy).map(codeNumber);
    return {
      valueAt: (slot, { wish }) => this.#valueAt(slot, wish, offered),
      isKnownAt: (_slot, { wish }) => isKnown(wish),
      bound: { kind: "wish", offered },
    };
  }

  createVacancyColumn(): WishVacancyColumn {
    return new WishVacancyColumn({
      wishedBy: (slot) => this.#wishes.of(slot).map((wish) => wish - 1),
      byText: wishByText,
      unknown: unknownWish,
    });
  }

  #valueAt(slot: number, nearest: number, offered: readonly CodeNumber[]): number {
    if (!isKnown(nearest)) return unknownWish;
    const byText = wishByText(nearest);
    const byCode = byText === 1 ? 1 : this.#relevanceOf(slot, offered);
    return Math.max(byText, byCode);
  }

  #relevanceOf(slot: number, offered: readonly CodeNumber[]): number {
    const { values } = this.#wishes;
    const first = slot * keptCodes;
    let best = 0;
    for (let place = first; place < first + keptCodes; place++) {
      const wish = values[place] ?? 0;
      if (wish === 0) return best;
      best = Math.max(best, greatestRelevance(wish - 1, offered));
    }
    for (const wish of this.#wishes.othersOf(slot))
      best = Math.max(best, greatestRelevance(wish - 1, offered));
    return best;
  }
}

function isKnown(nearest: number): boolean {
  return nearest !== Number.NEGATIVE_INFINITY;
}

function greatestRelevance(wished: CodeNumber, offered: readonly CodeNumber[]): number {
  let best = 0;
  for (let index = 0; index < offered.length; index++) {
    best = Math.max(best, codeRelevance(wished, offered[index] ?? 0));
  }
  return best;
}
