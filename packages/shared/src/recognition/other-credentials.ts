import type { CredentialRequirement } from "../schemas/vacancy.ts";
import type { CredentialKind } from "../vocabulary/credentials.ts";
import { isDemanded } from "./demand.ts";
import { hasOtherAlternative } from "./item-runs.ts";
import { recognisedGroup } from "./recognised.ts";
import type { Sentence } from "./sentences.ts";
import { candidates, findAll, occurs, words } from "./words.ts";

const stem = /taxi|adr|hygien|heta arb|hot work|lift|hlr|lungrädd|cpr|på väg|apv|väktar|vu[12]/i;

const proof = words(
  "\\p{L}*(?:utbildning(?:en|ar)?|intyg(?:et)?|certifikat(?:et)?|certifierad|bevis(?:et)?|behörighet(?:en)?|kurs(?:en)?|kompetens(?:en)?|kort(?:et)?|utbildad)|certificate|certified|permit|course",
);

/** A name that alone means the proof, or one that means it only beside a word such as `intyg`. */
const credentials: readonly {
  readonly kind: CredentialKind;
  readonly name: RegExp;
  readonly needsProof?: true;
}[] = [
  { kind: "taxi-driver", name: words("taxi(?:förar)?leg(?:itimation(?:en)?)?|taxikort|taxi licen[cs]e") },
  {
    kind: "adr",
    name: words("ADR(?:-?(?:intyg|bevis|kort|utbildning|behörighet|certifikat))?", { exact: true }),
  },
  { kind: "food-hygiene", name: words("livsmedelshygien|food hygiene"), needsProof: true },
  {
    kind: "food-hygiene",
    name: words(
      "(?:livsmedels)?hygien(?:intyg|certifikat|bevis|pass)(?:et)?|livsmedelshygien(?:utbildning|kurs)(?:en)?",
    ),
  },
  {
    kind: "hot-work",
    name: words("(?:certifikat |behörighet |utbildning )?heta arbeten|hot works? (?:certificate|permit)"),
  },
  {
    kind: "mobile-platform",
    name: words("lift(?:kort|utbildning|certifikat|behörighet|intyg|körkort)(?:et|en)?"),
  },
  { kind: "first-aid", name: words("HLR|hjärt-?\\s?(?:och |& )?lungräddning|CPR"), needsProof: true },
  { kind: "first-aid", name: words("HLR-(?:utbildning|kurs|intyg|certifikat|utbildad)") },
  { kind: "road-work", name: words("arbete på väg|APV"), needsProof: true },
  {
    kind: "security-guard",
    name: words(
      "väktar(?:utbildning|grundutbildning|förordnande|behörighet)(?:en|et)?|utbildad väktare|VU1|VU2",
    ),
  },
];

/** Taxi, dangerous goods, food hygiene, hot work, lifts, first aid, road work and guards, where sentences demand them. */
export function recogniseOtherCredentials(sentences: readonly Sentence[]): CredentialRequirement[] {
  return candidates(sentences, stem).flatMap((sentence) =>
    credentials.flatMap(({ kind, name, needsProof }) =>
      findAll(name, sentence.text)
        .filter((found) => needsProof === undefined || provesIt(sentence.text, found.text))
        .filter((found) => isDemanded(sentence, found) && !hasOtherAlternative(sentence.text, found))
        .map(() => recognisedGroup([kind], sentence.text)),
    ),
  );
}

/** A proof beside the name, or a list item that is little more than the name. */
function provesIt(text: string, name: string): boolean {
  return occurs(proof, text.replace(name, " ")) || text.length <= name.length + 4;
}
