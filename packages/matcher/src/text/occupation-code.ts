import type { Experience, Vacancy, Wish } from "@jobbmatch/shared";
import { englishOccupationCodeTable } from "./english-occupation-codes.ts";
import { headlineCore } from "./headline.ts";
import { occupationCodeTable } from "./occupation-code-table.ts";

const word = /[\p{L}\p{N}&+#/-]+/gu;
/** The most words of a name in the table that are tried. */
const longestName = 4;

const codeOfName: ReadonlyMap<string, string> = new Map(
  [...englishOccupationCodeTable.trim().split("\n"), ...occupationCodeTable.trim().split("\n")].flatMap(
    (line) => {
      const [code = "", names = ""] = line.split(": ");
      return names.split(", ").map((name) => [name, code] as const);
    },
  ),
);

/**
 * The SSYK 2012 code of the longest occupation name that stands in a text; of equally long ones the first.
 *
 * @example
 * occupationCode("Undersköterska på sjukhus"); // "5321"
 */
export function occupationCode(text: string): string | undefined {
  return occupationIn(text)?.code;
}

/** The occupation that `occupationCode` finds, with its name as it stands in the table: no words of the text's own. */
export function occupationIn(text: string): { readonly code: string; readonly name: string } | undefined {
  const words = text.toLowerCase().match(word) ?? [];
  for (let length = Math.min(longestName, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const name = words.slice(start, start + length).join(" ");
      const code = codeOfName.get(name);
      if (code !== undefined) return { code, name };
    }
  }
  return undefined;
}

/** The code of earlier work: as it is given, or else by its name. */
export function experienceCode({ ssyk, occupation }: Experience): string | undefined {
  return ssyk ?? occupationCode(occupation);
}

/** The code of a wish: as it is given, or else by its text. */
export function wishCode({ ssyk, text }: Wish): string | undefined {
  return ssyk ?? occupationCode(text);
}

/** The code of a vacancy's occupation: as it is given, or else by its name, or else by the headline. */
export function vacancyCode({ occupation, title }: Vacancy): string | undefined {
  return occupation?.ssyk ?? occupationCode(occupation?.text ?? "") ?? occupationCode(headlineCore(title));
}

/** The codes of what a vacancy offers somebody who wishes: its occupation, and what its training leads to. */
export function offeredCodes(vacancy: Vacancy): string[] {
  const { training } = vacancy;
  const leadsTo = training && (training.occupation.ssyk ?? occupationCode(training.occupation.text));
  return [...new Set([vacancyCode(vacancy), leadsTo].filter((code) => code !== undefined))];
}
