import type { Vacancy } from "../schemas/vacancy.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, type Found, findAll, occurs, words } from "./words.ts";

type Workload = NonNullable<Vacancy["hoursPerWeek"]>;
interface Hours {
  readonly min?: number;
  readonly max?: number;
}

const fullTime = 40;
const amount =
  "(?<from>\\d{1,3}(?:[.,]\\d{1,2})?)(?:\\s?(?:-|–|till|to|upp till|eller)\\s?(?<to>\\d{1,3}(?:[.,]\\d{1,2})?))?";
const bound =
  "(?:(?<least>minst|lägst|at least|från) |(?<most>max(?:imalt|\\.)?|högst|upp till|up to|at most) )?";
const hours = words(
  `${bound}${amount}\\s?(?:timmar|tim|h|hours|hrs)\\.?\\s?(?:i veckan|per vecka|i v\\.|/\\s?vecka|/\\s?v|a week|per week|/\\s?week|weekly)`,
);
const percent = new RegExp(
  `(?<![\\p{L}\\d])${bound}(?<from>\\d{1,3})\\s?%?(?:\\s?(?:-|–|till|to)\\s?(?<to>\\d{1,3}))?\\s?(?:%|procent(?!\\p{L}))`,
  "giu",
);
const fullTimeWords = words("heltid(?:stjänst|sanställning|sarbete)?|full[ -]time(?: position| job)?");
const partTimeWords = words("deltid(?:stjänst|sanställning|sarbete)?|part[ -]time");

/** A percentage is one of full time only where the sentence is about the employment. */
const aboutEmployment = words(
  "\\p{L}*tjänst(?:en|er)?|\\p{L}*anställning(?:en|ar|sform)?|sysselsättningsgrad(?:en)?|tjänstgöringsgrad(?:en)?|deltid\\p{L}*|heltid\\p{L}*|omfattning(?:en)?|arbetstid(?:en)?|vikariat(?:et)?|tillsvidare|visstid|provanställning|position|employment",
);
const aboutOther = words(
  "lön(?:en)?|kr|kronor|rabatt|provision|bonus|studier|studera(?:r)?|läser|plugga(?:r)?|omsättning|procentenheter|mål(?:et)?|salary|discount|friskvård|föräldra\\p{L}*|distans(?:arbete)?|hemifrån|remote",
);

/** How much work a sentence says there is in a week. The first sentence that tells it wins. */
export function recogniseHours(sentences: readonly Sentence[]): Workload | undefined {
  for (const { text } of candidates(sentences, /\d|heltid|full.time/i)) {
    const found = text.endsWith("?") ? undefined : hoursIn(text);
    if (found !== undefined) return { ...found, source: "recognised", evidence: text };
  }
  return undefined;
}

function hoursIn(text: string): Hours | undefined {
  const [inHours] = findAll(hours, text);
  if (inHours !== undefined) return rangeOf(inHours, (value) => value);
  if (occurs(aboutOther, text)) return undefined;
  const [share] = occurs(aboutEmployment, text) ? findAll(percent, text) : [];
  if (share !== undefined) return rangeOf(share, (value) => (value * fullTime) / 100);
  if (!occurs(fullTimeWords, text)) return undefined;
  return occurs(partTimeWords, text) ? { max: fullTime } : { min: fullTime, max: fullTime };
}

function rangeOf({ groups }: Found, toHours: (value: number) => number): Hours | undefined {
  const from = toHours(numberOf(groups.from));
  const to = groups.to === undefined ? from : toHours(numberOf(groups.to));
  if (!(from >= 0 && from <= to && to > 0 && to <= 60)) return undefined;
  if (groups.to === undefined && groups.least !== undefined) return { min: from };
  if (groups.to === undefined && groups.most !== undefined) return { max: from };
  return { min: from, max: to };
}

function numberOf(text: string | undefined): number {
  return Number(text?.replace(",", "."));
}
