import type { Sentence } from "./sentences.ts";
import { findAll, occurs, words } from "./words.ts";

/** Words before a thing that make it a wish: `gärna truckkort`, `det är en fördel om du har truckkort`. */
const wishBefore = words(
  "gärna|helst|meriterande|meriterar|önskvär[td]a?|önskar|önskas|(?:fördel|plus|merit) (?:om|med|är|att|för)|fördelaktigt|preferabl[ey]|ideally|we prefer|preferred|desirable|nice to have|bonus|advantage(?:ous)?|would be",
);
/** Words after a thing that make it a wish: `truckkort är meriterande`. */
const wishAfter = words(
  "meriterande|meriterar|meriteras|önskvär[td]a?|önskas|fördelaktigt|(?:ett |stort )plus|(?:en |stor )fördel|till fördel|(?:en |som )merit|desirable|preferred|advantageous|(?:an?|big) (?:advantage|plus|merit|bonus|asset)|nice to have",
);
export const demand = words(
  "krav|skallkrav|skakrav|krävs|kräver|krävas|måste|behöver du|du behöver|ska(?:ll)? (?:du )?ha|förutsätt(?:er|s|ning)|require[sd]?|requirements?|must",
);
const negation = words(
  "(?:inget|inte(?: ett| något)?|ej(?: ett)?|inga|utan) (?:direkt |absolut )?krav|(?:krävs|kräver|behövs|behöver)(?: du)? (?:inte|ej|inget|inga|ingen)|(?:inte|ej) (?:nödvändigt?|nödvändiga|ett måste|behöver|kräver|krävs)|inget måste|saknar|(?:inte|ej) har|har (?:du )?(?:inte|ej|inget|ingen)|oavsett|spelar ingen roll|not (?:be )?(?:a )?(?:required?|requirement|necessary|needed)|no requirement|no need",
);
/** Something that the employer gives, or that the person will do later. */
const offer = words(
  "vi (?:erbjuder|bekostar|betalar|utbildar|hjälper|ordnar)|möjlighet (?:att ta|till|att få|att gå)|(?:får|kommer att få) (?:du )?(?:gå|ta|genomgå|en utbildning|utbildning)|ingår i (?:anställningen|tjänsten|utbildningen)|utbildning ges|we (?:offer|provide|pay)",
);
const ownVerb = words("har|ska|skall|krävs|är|talar|behärskar|innehar|måste|have|has|must|is");
const conditional = /^\s*(?:om|har) du/iu;
const refersBack = /^\s*(?:och |men |dock )?(?:vilket|som|det|detta|dessa|är|inget|ej|inte|which)(?!\p{L})/iu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether what stands at a place in a sentence is demanded there, rather than wished for, waived, offered or asked.
 * In doubt it is not: a requirement that is overlooked costs a question, one that is made up costs somebody a job.
 */
export function isDemanded({ text, standing }: Sentence, at: Span): boolean {
  if (text.trimEnd().endsWith("?")) return false;
  const clauses = clausesOf(text);
  const index = clauses.findIndex(({ end }) => at.start < end);
  const own = clauses[index]?.text ?? text;
  if (isNegated(clauses, index)) return false;
  const demanded = occurs(demand, own);
  if ((standing === "wish" || standing === "employer" || occurs(offer, text)) && !demanded) return false;
  return !isWishedBefore(text, at, clauses[index]) && !isWishedAfter(text, at, clauses, index);
}

interface Clause extends Span {
  readonly text: string;
}

function clausesOf(text: string): Clause[] {
  const breaks = findAll(/[,;](?!\d)(?:\s+(?:men|dock|but)\s)?|\s(?:men|dock|but)\s/giu, text);
  const starts = [0, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), text.length];
  return starts.map((start, index) => {
    const end = ends[index] ?? text.length;
    return {
      start,
      end: index === starts.length - 1 ? text.length : (starts[index + 1] ?? end),
      text: text.slice(start, end),
    };
  });
}

function isNegated(clauses: readonly Clause[], index: number): boolean {
  const own = clauses[index]?.text ?? "";
  const next = clauses[index + 1]?.text ?? "";
  return occurs(negation, own) || (refersBack.test(next) && occurs(negation, next));
}

function isWishedBefore(text: string, at: Span, own: Clause | undefined): boolean {
  const cue = findAll(wishBefore, text.slice(0, at.start)).at(-1);
  if (cue === undefined || occurs(demand, text.slice(cue.end, at.start))) return false;
  const inOwnClause = own !== undefined && cue.start >= own.start;
  return inOwnClause || own === undefined || !occurs(demand, own.text);
}

function isWishedAfter(text: string, at: Span, clauses: readonly Clause[], index: number): boolean {
  const cue = findAll(wishAfter, text.slice(at.end))[0];
  if (cue === undefined) return false;
  const cueStart = at.end + cue.start;
  if (occurs(demand, text.slice(at.end, cueStart))) return false;
  const cueClause = clauses.findIndex(({ end }) => cueStart < end);
  if (cueClause === index || conditional.test(text)) return true;
  if (cueClause === index + 1 && refersBack.test(clauses[cueClause]?.text ?? "")) return true;
  return !clauses.slice(index, cueClause).some((clause) => occurs(ownVerb, clause.text));
}
