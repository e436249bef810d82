import { splitSentences } from "@jobbmatch/shared";
import { wholeWords } from "./whole-words.ts";

/** Words of sentences about how to apply and on what terms: they are the same in every ad. */
const application = wholeWords([
  "ansök\\p{L}*|sök (?:tjänsten|jobbet|redan|i ?dag|nu)|cv|personligt brev|intervju\\p{L}*|urval\\p{L}*|rekrytering\\p{L}*",
  "kontakt(?:a|person\\p{L}*)|facklig\\p{L}*|välkommen|mejla?|maila?|tel|telefon|https?|www|\\p{L}*register\\p{L}*|skyddade|undanber",
  "provanställning|tillträde\\p{L}*|lön(?:en)?|månadslön|anställningsform|varaktighet|omfattning|körkort|heltid|deltid|arbetstid\\p{L}*|tillsvidare\\p{L}*",
  "apply|application|resume|contact|salary|interviews?",
]);

/** Words of sentences about the employer and what it offers. */
const employer = wholeWords([
  "friskvård\\p{L}*|\\p{L}*förmån\\p{L}*|pension\\p{L}*|kollektivavtal\\p{L}*|semester\\p{L}*|erbjud\\p{L}*|värdegrund\\p{L}*|mångfald\\p{L}*|jämställd\\p{L}*",
  "vi är|vi har|vi på|hos oss|vår[at]?|vårt|grundade\\p{L}*|omsätt\\p{L}*|arbetsgivare\\p{L}*|medarbetare",
  "we are|we have|we offer|our|benefits?|founded",
]);

/**
 * The sentences of an ad that tell about the work: tasks and requirements. Left out are those about the employer, its
 * offer, the terms and how to apply. A text that has no others is given whole. The shipped model ranks real ads as well
 * without this; a model that reads only the first 512 tokens would often read about the employer alone.
 */
export function relevantText(description: string): string {
  const relevant = splitSentences(description)
    .filter(
      ({ standing, text }) => standing !== "employer" && !application.test(text) && !employer.test(text),
    )
    .map(({ text }) => text);
  return relevant.length === 0 ? description : relevant.join(". ");
}
