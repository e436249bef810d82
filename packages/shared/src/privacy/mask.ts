import { isPersonalIdentityNumber } from "./personal-identity-number.ts";

export const personalDataKinds = ["personalIdentityNumber", "email", "telephone"] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** How many of one kind were replaced. */
export interface MaskCount {
  readonly kind: PersonalDataKind;
  readonly count: number;
}

export interface MaskedText {
  readonly text: string;
  /** Only kinds that were found, in the order of `personalDataKinds`. */
  readonly masked: readonly MaskCount[];
}

const replacements: Readonly<Record<PersonalDataKind, string>> = {
  personalIdentityNumber: "[personnummer]",
  email: "[e-post]",
  telephone: "[telefon]",
};

const space = "[ \\t\\u00A0\\u2009\\u202F]";
const dash = "[-\\u2010-\\u2013\\u2212]";
const noDigitBefore = `(?<!\\d${dash}?)`;
const noDigitAfter = `(?!${dash}?\\d)`;

const identityNumber = new RegExp(
  `${noDigitBefore}(?:18|19|20)?\\d{6}(?:${dash}|\\+|${space})?\\d{4}${noDigitAfter}`,
  "gu",
);

/** The lengths are bounded so that a long run without an at sign costs no more than its length. */
const emailAddress =
  /[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([](?:at|snabel-?a|@)[)\]]\s?)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

const separator = `(?:${space}?${dash}${space}?|${space}|/)`;
/** `+46 (0)70-123 45 67`; for other countries at least ten digits, so that `+28 000 kr` stays. */
const international = [
  `(?:\\+|(?<!\\d)00)${space}?46${separator}?(?:\\(0\\)${separator}?)?(?:${separator}?\\d){7,9}`,
  `\\+${space}?[1-9](?:${separator}?\\d){9,13}`,
].join("|");
/** A span such as `0730-1600` is a working time. */
const clockSpan = `0\\d[0-5]\\d${space}?${dash}${space}?[0-2]\\d[0-5]\\d(?!\\d)`;
const mobile = `(?!${clockSpan})07[02369]${separator}?\\d(?:${separator}?\\d){6}`;
/** Area code, then a subscriber number in one piece or in groups of two and three digits. */
const subscriber = `(?:\\d{5,8}|\\d{2,3}(?:${space}\\d{2,3}){1,3}|\\d{2,3}(?:-\\d{2,3}){2,3})`;
const area = `(?:\\(0\\)[1-9]\\d{0,2}${separator}|\\(0\\d{1,3}\\)${separator}?|0\\d{1,3}${separator})`;
const telephoneNumber = new RegExp(
  `${international}|(?<![\\d.,:]${dash}?)(?:${mobile}|${area}${subscriber}|0[1-9]\\d{7,8})(?!\\d)`,
  "gu",
);

/** Personal data of each kind holds at least one of these; most texts hold none. */
const trace = /[\d@([]/u;

/** Bounds the time for a text that is one long chain of numbers. */
const mostRounds = 20;

/**
 * Replaces Swedish personal identity and coordination numbers (right date and check digit), e-mail addresses and
 * telephone numbers by `[personnummer]`, `[e-post]` and `[telefon]`. Masking a masked text changes nothing.
 *
 * @example
 * maskPersonalData("Ring 070-123 45 67").text; // "Ring [telefon]"
 */
export function maskPersonalData(text: string): MaskedText {
  if (!trace.test(text)) return { text, masked: [] };
  const counts = new Map<PersonalDataKind, number>();
  const count = (kind: PersonalDataKind) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return replacements[kind];
  };
  // A replacement can bring a number into the open that other digits hid, so this goes on until nothing changes.
  let masked = text;
  for (let round = 0, before = ""; before !== masked && round < mostRounds; round++) {
    before = masked;
    masked = maskOnce(masked, count);
  }
  return {
    text: masked,
    masked: personalDataKinds.flatMap((kind) => {
      const found = counts.get(kind);
      return found === undefined ? [] : [{ kind, count: found }];
    }),
  };
}

function maskOnce(text: string, count: (kind: PersonalDataKind) => string): string {
  return text
    .replace(identityNumber, (found) =>
      isPersonalIdentityNumber(found.replace(new RegExp(dash, "u"), "-").replace(/[\s]/gu, " "))
        ? count("personalIdentityNumber")
        : found,
    )
    .replace(emailAddress, () => count("email"))
    .replace(telephoneNumber, (found) => (digitsIn(found) >= 8 ? count("telephone") : found));
}

function digitsIn(text: string): number {
  return text.replace(/\D/gu, "").length;
}
