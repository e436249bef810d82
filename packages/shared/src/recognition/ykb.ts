import type { CredentialRequirement } from "../schemas/vacancy.ts";
import type { CredentialKind } from "../vocabulary/credentials.ts";
import { isDemanded } from "./demand.ts";
import { hasOtherAlternative } from "./item-runs.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, findAll, occurs, words } from "./words.ts";

const ykb = words(
  "YKB(?:-bevis|-kompetens|-utbildning)?|yrkeskompetensbevis(?:et)?|yrkesförarkompetens|driver CPC",
);
const passengers = words(
  "buss\\p{L}*|persontransport\\p{L}*|passagerar\\p{L}*|skolskjuts\\p{L}*|D-körkort|DE?-kort|bus",
);
const goods = words(
  "gods\\p{L}*|lastbil\\p{L}*|styckegods|tankbil|anläggningstransport\\p{L}*|CE?-(?:kör)?kort|C/CE-(?:kör)?kort|åkeri|truck driver|\\p{L}*distribution",
);

/**
 * Certificates of professional competence that sentences demand. Goods or passengers is told by the sentence, else by
 * the whole ad; where neither tells, or both do, either one is enough.
 */
export function recogniseYkb(sentences: readonly Sentence[]): CredentialRequirement[] {
  const ad = sentences.map(({ text }) => text).join("\n");
  return candidates(sentences, /ykb|yrkeskompetens|yrkesförar|cpc/i).flatMap((sentence) =>
    findAll(ykb, sentence.text)
      .filter((found) => isDemanded(sentence, found) && !hasOtherAlternative(sentence.text, found))
      .map(() => recognisedGroup([...(kindsIn(sentence.text) ?? kindsIn(ad) ?? either)], sentence.text)),
  );
}

const either: readonly CredentialKind[] = ["ykb-goods", "ykb-passengers"];

function kindsIn(text: string): readonly CredentialKind[] | undefined {
  const isGoods = occurs(goods, text);
  const isPassengers = occurs(passengers, text);
  if (isGoods === isPassengers) return undefined;
  return isGoods ? ["ykb-goods"] : ["ykb-passengers"];
}
