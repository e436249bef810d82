import {
  type CredentialKind,
  credentialNames,
  type DrivingLicence,
  type LanguageLevel,
} from "@jobbmatch/shared";
import { listed } from "./sentence.ts";

type LevelKey = LanguageLevel | "unknown" | "orEnglish";

const goodSwedish = [
  "Du talar och skriver svenska bra, nivå B2.",
  "Arbetet kräver god svenska i tal och skrift (B2).",
];

/** Sentences that say the demand on language, by level of Swedish. */
export const languageSentences: Readonly<Record<LevelKey, readonly string[]>> = {
  none: ["Du behöver inte kunna svenska när du börjar."],
  A1: [
    "Det räcker att du förstår enkla instruktioner på svenska (A1).",
    "Du kan lite svenska, ungefär SFI kurs A eller B, och övar mer hos oss.",
  ],
  A2: [
    "Du kan göra dig förstådd på enkel svenska, nivå A2.",
    "Du har klarat SFI kurs C eller har motsvarande svenska (A2).",
    "Du förstår enkel svenska i vardagen, minst nivå A2.",
  ],
  B1: [
    "Du har klarat SFI kurs D eller har svenska på nivå B1.",
    "Vi behöver att du kan prata med människor och läsa rutiner på svenska, nivå B1.",
  ],
  B2: goodSwedish,
  C1: ["Du uttrycker dig mycket väl på svenska i tal och skrift, nivå C1."],
  C2: goodSwedish,
  native: goodSwedish,
  unknown: ["Du kan svenska så att du klarar arbetet.", "Kunskaper i svenska krävs."],
  orEnglish: [
    "Du talar enkel svenska eller engelska.",
    "Svenska eller engelska krävs, eftersom vi pratar båda språken på arbetsplatsen.",
  ],
};

/** Sentences that say the demand on a driving licence. */
export const licenceSentences: Readonly<
  Record<"light" | "heavy", readonly ((licences: readonly DrivingLicence[]) => string)[]>
> = {
  light: [
    () => "Du har B-körkort, eftersom vi kör mellan olika platser.",
    () => "Körkort med behörighet B är ett krav.",
    () => "B-körkort krävs för arbetet.",
  ],
  heavy: [
    (licences) => `Du har körkort med behörighet ${listed(licences, "eller")}.`,
    (licences) => `Körkort ${listed(licences, "eller")} är ett krav.`,
  ],
};

/** Sentences that say the demand on a proof of competence. */
export const credentialSentences: readonly ((kinds: readonly CredentialKind[]) => string)[] = [
  (kinds) => `För arbetet behöver du: ${named(kinds)}.`,
  (kinds) => `Du ska kunna visa bevis på ${named(kinds)}.`,
  (kinds) => `Krav: ${named(kinds)}.`,
];

function named(kinds: readonly CredentialKind[]): string {
  return listed(
    kinds.map((kind) => credentialNames[kind].sv),
    "eller",
  );
}
