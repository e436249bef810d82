import type { WorkingTime } from "../schemas/vacancy.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, occurs, words } from "./words.ts";

type Kind = WorkingTime["kind"];

const named: readonly (readonly [Kind, RegExp])[] = [
  [
    "shifts",
    words(
      "(?:två|tre|fyra|fem|kontinuerligt |2-|3-|4-|5-|2 |3 |4 |5 )?-?skift(?:et|en|arbete|gång|tjänstgöring|schema)?|rullande schema(?:läggning)?|oregelbundna arbetstider|obekväma? arbetstid(?:er)?|shift work|(?:rotating|working in|two|three)[ -]?shifts|shifts",
    ),
  ],
  [
    "evenings",
    words("kväll(?:ar|en|arna|stid|stjänstgöring|sarbete|spass|sskift|sjobb)?|kväll(?=-)|evenings?"),
  ],
  [
    "nights",
    words(
      "natt(?:en|etid|arbete|pass|skift|tjänstgöring|jobb)?|nätter(?:na)?|nattetid|natt(?=-)|nights?|night (?:shifts?|work)",
    ),
  ],
  [
    "weekends",
    words(
      "helg(?:er|en|erna|arbete|pass|tjänstgöring|jobb)?|helg(?=-)|veckoslut|lördag(?:ar)? (?:och|eller) söndag(?:ar)?|weekends?",
    ),
  ],
];

const stem = /skift|schema|arbetstid|shift|kväll|evening|natt|nätter|night|helg|veckoslut|lördag|weekend/i;

/** The sentence must be about working: hours of opening and free evenings are not. */
const aboutWork = words(
  "arbet(?:a|ar|et|e|stid|stider|stiden|stiderna|spass)|jobb(?:a|ar|et)?|tjänst(?:en|göring|gör|göra)?|schema(?:t|lagd|lagt|läggning)?|\\p{L}*pass(?:en)?|\\p{L}*arbete|\\p{L}*tjänstgöring|\\p{L}*skift\\p{L}*|förekommer|förekomma|förlag(?:d|t|da)|arbetstid\\p{L}*|bemann\\p{L}*|var(?:annan|je| ?tredje| ?fjärde| ?femte) (?:kväll|natt|helg)|work(?:ing|s)?|shifts?|schedule|hours",
);
const notWork = words(
  "ledig(?:a|t|het)?|öppet|öppettider|slipper|inga|inte|ej|aldrig|över en natt|övernatt\\p{L}*|nattning|nattvandr\\p{L}*|fria? (?:kvällar|helger)|dagtid,? (?:inga|ej)|free|no|not|closed|open|trevlig helg",
);
const wished = words("gärna|meriterande|fördel|plus|önskar du|vill du");

/** Shifts, evenings, nights and weekends that sentences speak of as working time; each kind once, with the first sentence. */
export function recogniseWorkingTimes(sentences: readonly Sentence[]): WorkingTime[] {
  const likely = candidates(sentences, stem);
  return named.flatMap(([kind, name]) => {
    const evidence = likely.find((sentence) => tells(sentence, name))?.text;
    return evidence === undefined ? [] : [{ kind, source: "recognised" as const, evidence }];
  });
}

function tells({ text, standing }: Sentence, name: RegExp): boolean {
  if (!occurs(name, text) || text.endsWith("?") || standing === "wish") return false;
  return occurs(aboutWork, text) && !occurs(notWork, text) && !occurs(wished, text);
}
