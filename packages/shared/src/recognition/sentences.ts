import { headingStanding, type Standing } from "./headings.ts";

/** A sentence, a list item or a heading of an ad. */
export interface Sentence {
  readonly text: string;
  /** What the nearest heading makes of it. */
  readonly standing: Standing;
}

/** Longer ones are cut, so that no pattern has to look through a whole text without full stops. */
const longestSentence = 1000;

const bullet = /^\s*(?:[•·▪●○◦‣∙*✓✔]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*/u;

const boundaries = [
  // After a full stop and white space, before a capital letter, a digit or a list mark.
  '(?<=[.!?…]["”)]?)\\s+(?=["“(]?[\\p{Lu}\\d•·-])',
  // The same without white space, as in texts whose line ends were lost: `lyckas.Du har`, `DIN PROFILLegitimerad`.
  "(?<=\\p{Ll}[.!?])(?=\\p{Lu}\\p{Ll})",
  "(?<=\\p{Lu}{4})(?=\\p{Lu}\\p{Ll}{2})",
  // List items in one line.
  "\\s*[•·▪●]\\s*",
  "\\s[-–—]\\s+(?=\\p{Lu})",
  "(?<=\\p{L})[-–]\\s+(?=\\p{Lu})",
];
const boundary = new RegExp(boundaries.join("|"), "u");

const abbreviation =
  /(?:^|[\s(])(?:t\.\s?ex|bl\.\s?a|m\.\s?m|m\.\s?fl|d\.\s?v\.\s?s|s\.\s?k|f\.\s?d|o\.\s?s\.\s?v|fr\.\s?o\.\s?m|t\.\s?o\.\s?m|ca|kl|nr|tel|max|min|inkl|exkl|resp|ev|obs|e\.g|i\.e|approx|\p{Lu})\.$/iu;

/**
 * Cuts a text into sentences. Items of lists count as sentences, and inherit from a heading such as `Meriterande:`
 * or `Krav:` until the list or the paragraph under it ends.
 *
 * @example
 * splitSentences("Meriterande:\n- Truckkort"); // [..., { text: "Truckkort", standing: "wish" }]
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let standing: Standing = "plain";
  let hasItems = false;
  let afterBlank = false;
  for (const line of joinedLines(text)) {
    const heading = headingStanding(line);
    if (line === "") afterBlank = true;
    else {
      if (heading !== undefined) standing = heading;
      else if (afterBlank && hasItems && !bullet.test(line)) standing = "plain";
      hasItems = heading === undefined;
      afterBlank = false;
      for (const sentence of sentencesOf(line)) sentences.push({ text: sentence, standing });
    }
  }
  return sentences;
}

/** Lines without their white space; one that was broken in the middle of a sentence is put together again. */
function joinedLines(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n?|\n/u)) {
    const line = raw.trim();
    const last = lines.at(-1) ?? "";
    if (last.length >= 50 && /[\p{L},]$/u.test(last) && /^\p{Ll}/u.test(line))
      lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines;
}

function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  for (const piece of line.replace(bullet, "").split(boundary)) {
    const last = sentences.at(-1);
    if (last !== undefined && abbreviation.test(last)) sentences[sentences.length - 1] = `${last} ${piece}`;
    else sentences.push(piece.trim());
  }
  return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)).flatMap(inPieces);
}

function inPieces(sentence: string): string[] {
  if (sentence.length <= longestSentence) return [sentence];
  return sentence.match(new RegExp(`.{1,${longestSentence}}(?!\\S)|.{1,${longestSentence}}`, "gsu")) ?? [];
}
