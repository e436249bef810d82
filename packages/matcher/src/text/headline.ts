import { recogniseOccupations } from "./recognise-occupations.ts";
import { wholeWords } from "./whole-words.ts";

/** Where one thing that a headline says ends and another begins. */
const borders = [
  // Signs: "Kock | fast lön", "Arbetsträning i köket, kock", "Lärling: bagare". A slash joins two names of one job.
  "\\s*[|:;!?()•,]\\s*|\\s+[-–—]+\\s+|\\.\\s+",
  // Words, in Swedish and English, after which stand place, employer, duration and the like.
  "(?<![\\p{L}\\p{N}-])(?:till|i|på|hos|med|mot|inom|inför|för|via|som|att vara|at|in|within|to|for|with|as|wanted)(?![\\p{L}\\p{N}-])",
];
const border = new RegExp(borders.join("|"), "giu");

/** What stands before these words is the one who hires. */
const hirer = /^.*(?<![\p{L}\p{N}])(?:söker|behöver|is hiring|is looking for)(?![\p{L}\p{N}])/iu;

/** Words that say how, when or how long somebody is hired, but not for what work. */
const terms = wholeWords(
  [
    "sökes|söks|omgående|snarast|start|vikariat|(?:tim|sommar|semester)?vikarie[r]?|sommarjobb|sommar(?:en)?|extrajobb|extrapersonal",
    "heltid|deltid|dagtid|natt(?:etid)?|kväll(?:ar)?|helg(?:er)?|tillsvidare|visstid|\\p{L}*anställning|fast lön|provision",
    "praktik(?:plats)?|arbetsträning|arbetspraktik|lärling|extratjänst|nystartsjobb|introduktionsjobb|yrkesutbildning|utbildning|prova",
    "vi|en|ett|flera|fler|nya?|vår[at]?|du|dig|är|vill|jobba|arbeta|bli|medarbetare|engagerad|erfare?n|junior|senior|svensktalande",
    "a|an|the|our|we|are|looking|hiring|full[- ]time|part[- ]time|summer|job|temporary|experienced",
  ],
  "giu",
);
const number = /\d[\d.,:–-]*\s*(?:%|procent|kr|tim|st)?/giu;

/**
 * The part of a headline that names the work: the first one that holds a known occupation, else the first one that
 * says more than the terms of employment, else the whole headline.
 *
 * @example
 * headlineCore("Vi söker undersköterska 80 % till Solgården!"); // "undersköterska"
 */
export function headlineCore(headline: string): string {
  const parts = headline
    .replace(hirer, "")
    .split(border)
    .map((part) => part.replace(number, " ").replace(terms, " ").replace(/\s+/gu, " ").trim())
    .filter((part) => /\p{L}{2}/u.test(part));
  return parts.find((part) => recogniseOccupations(part).length > 0) ?? parts[0] ?? headline;
}
