import type { Localised } from "@jobbmatch/shared";
import { englishOccupationCodeTable } from "./english-occupation-codes.ts";
import { occupationCodeTable } from "./occupation-code-table.ts";

const swedish = namesByCode(occupationCodeTable);
const english = namesByCode(englishOccupationCodeTable);

function namesByCode(table: string): ReadonlyMap<string, readonly string[]> {
  const lines = table.trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [code = "", names = ""] = line.split(": ");
      return [code, names.split(", ")];
    }),
  );
}

/**
 * A name for an occupation group: the one that is used most, or else the shortest in the table; the code itself if it has
 * no name.
 *
 * @param used how often each name is used.
 */
export function occupationTitle(code: string, used: ReadonlyMap<string, number>): Localised {
  const names = [...(swedish.get(code) ?? [])].sort(
    (a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0) || a.length - b.length,
  );
  const sv = names[0] ?? code;
  return { sv, en: english.get(code)?.[0] ?? sv };
}
