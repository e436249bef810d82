import { municipalityByName } from "../vocabulary/municipalities.ts";

/**
 * The code of the municipality that a place is: `Malmö`, `Malmö stad`, `Katrineholms kommun`,
 * `Södermanlands län Katrineholm`, `Umeå, Västerbotten`. A county or a country alone gives none.
 */
export function municipalityFromText(place: string): string | undefined {
  return place
    .split(/[,;/\n]|(?<=\p{L}) - /u)
    .map((part) => part.replace(/^.*\blän\b/u, "").trim())
    .flatMap(spellings)
    .map((name) => municipalityByName(name)?.code)
    .find((code) => code !== undefined);
}

function spellings(name: string): string[] {
  const bare = name.replace(/\s+(?:kommun|stad|municipality)$/iu, "");
  return [name, bare, ...(bare === name ? [] : [bare.replace(/s$/u, "")])];
}
