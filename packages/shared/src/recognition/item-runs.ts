import { type Combination, combinationOf } from "./alternatives.ts";
import type { Found } from "./words.ts";

/** Items of one kind that stand in one list, such as `BE-körkort eller C-körkort`. */
export interface ItemRun<Item> {
  readonly items: readonly Item[];
  readonly combination: Combination;
  readonly start: number;
  readonly end: number;
}

const connector =
  /^[\s,/()+&-]*(?:(?:och|samt|eller|alternativt|and|or|och\/eller|and\/or)(?!\p{L}))?[\s,/()+&-]*(?:(?:på|i|in) )?$/iu;

/** Puts neighbours together that only a connecting word or sign divides; `items` are what each place names. */
export function runsOf<Item>(
  text: string,
  places: readonly (Found & { readonly items: readonly Item[]; readonly combination?: Combination })[],
): ItemRun<Item>[] {
  const runs: ItemRun<Item>[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    const between = last === undefined ? "" : text.slice(last.end, place.start);
    const own = place.combination ?? "all";
    if (last === undefined || !connector.test(between)) {
      runs.push({ items: place.items, combination: own, start: place.start, end: place.end });
      continue;
    }
    const any = [last.combination, own, combinationOf(between)].includes("any");
    runs[runs.length - 1] = {
      items: [...last.items, ...place.items],
      combination: any ? "any" : "all",
      start: last.start,
      end: place.end,
    };
  }
  return runs;
}

/** Whether something of another kind is an alternative to the run, so that the run alone is not demanded. */
export function hasOtherAlternative(
  text: string,
  run: { readonly start: number; readonly end: number },
): boolean {
  return (
    /^\s*\)?,?\s*(?:eller|alternativt|or|alt\.)(?!\p{L})/iu.test(text.slice(run.end)) ||
    /(?<!\p{L})(?:eller|alternativt|or)\s+$/iu.test(text.slice(0, run.start))
  );
}
