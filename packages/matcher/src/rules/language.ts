import {
  type LanguageLevel,
  type LanguageRequirement,
  type Localised,
  languageName,
  levelRank,
  type Participant,
  provenLevel,
  type SpokenLanguage,
  sfiCourses,
  sfiLevel,
} from "@jobbmatch/shared";
import { canonicalList } from "./canonical-list.ts";
import type { ProfileChange } from "./change.ts";
import { reachLevel } from "./changes/reach-level.ts";
import { defineRule } from "./define-rule.ts";
import { capitalise, joinAny, joinParts, localise } from "./localised-text.ts";
import { languageRelaxations } from "./relaxations/relax-languages.ts";
import {
  describeGroups,
  groupsWith,
  judgeGroups,
  keyOfGroups,
  provenanceOf,
  type RequirementGroup,
  settleGroups,
} from "./requirement-groups.ts";
import type { Evidence, Outcome, Question, Remedy } from "./rule.ts";

/** Languages that are listed in the profile; one that is not listed is unknown, as is a list that is absent. */
type Fact = readonly KnownLanguage[];

interface KnownLanguage extends SpokenLanguage {
  /** Rank of the proven level; `undefined` if the level is unknown. */
  readonly proven: number | undefined;
}

type Demanded = LanguageRequirement["anyOf"][number];

interface Alternative extends Demanded {
  /** The least rank that meets it; `undefined` when no level is asked for. */
  readonly least: number | undefined;
}

type Group = RequirementGroup<Alternative>;
type Need = readonly Group[];

/** What a demand without a level asks: to know the language at all. */
const lowestLevel: LanguageLevel = "A1";

/**
 * Demands languages at a CEFR level. Only what is proven counts: the lower bound of a passed SFI course, and for a
 * course that somebody attends, the course before it. More than asked never excludes.
 */
export const languageRule = defineRule<Fact, Need>({
  id: "language",
  name: { sv: "Språk", en: "Language" },
  // The evidence may tell of an SFI course that somebody attends, which is a commitment.
  disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
  reads: ["languages"],
  factOf: ({ languages }: Participant) =>
    canonicalList((languages ?? []).map((spoken) => knownLanguage(spoken))),
  needOf: ({ languages }) => (languages?.length ? languages.map(groupOf) : undefined),
  judge: (need, fact) => judgeGroups(need, judgeWith(fact)),
  needKeyOf: keyOfGroups,
  explain,
  changesFor: (need, fact) =>
    groupsWith("fail", need, judgeWith(fact)).flatMap(({ anyOf }) =>
      anyOf.filter(({ level }) => level !== "native").map((alternative) => stepFor(alternative, fact)),
    ),
  relaxationsOf: languageRelaxations,
});

function knownLanguage(spoken: SpokenLanguage): KnownLanguage {
  const { language, level, sfi } = spoken;
  const proven = provenLevel(spoken);
  return { language, level, sfi, proven: proven && levelRank(proven) };
}

function groupOf(group: RequirementGroup<Demanded>): Group {
  const leastOf = ({ level }: Demanded) => level && levelRank(level);
  return { ...group, anyOf: group.anyOf.map((asked) => ({ ...asked, least: leastOf(asked) })) };
}

function judgeWith(fact: Fact): (alternative: Alternative) => Outcome {
  return ({ language, least }) => {
    if (least === 0) return "pass";
    let listed: Outcome | undefined;
    for (const spoken of fact) {
      if (spoken.language !== language) continue;
      const outcome = judgeLevel(least, spoken.proven);
      if (outcome === "pass") return "pass";
      if (listed !== "unknown") listed = outcome;
    }
    return listed ?? "unknown";
  };
}

function judgeLevel(least: number | undefined, proven: number | undefined): Outcome {
  if (proven === undefined) return least === undefined ? "pass" : "unknown";
  return proven >= (least ?? levelRank(lowestLevel)) ? "pass" : "fail";
}

function explain(need: Need, fact: Fact): Evidence {
  const judge = judgeWith(fact);
  return {
    required: describeGroups(need, nameOf),
    found: foundText(need, fact),
    ...provenanceOf(need),
    ...settleGroups(withoutImplied(need), judge, {
      questionsFor: ({ anyOf }) =>
        anyOf.filter((alternative) => judge(alternative) === "unknown").map(questionFor),
      remedyFor,
    }),
  };
}

/** Leaves out a group that is met by whoever meets another one, so that nobody is told to reach B1 and C2. */
function withoutImplied(need: Need): Need {
  return need.filter(
    (group, index) =>
      !need.some(
        (other, position) =>
          position !== index && implies(other, group) && !(implies(group, other) && index < position),
      ),
  );
}

function implies(stricter: Group, group: Group): boolean {
  return stricter.anyOf.every((met) => group.anyOf.some((asked) => isAtLeast(met, asked)));
}

/** A demand without a level is the weakest: a language of unknown level meets it. */
function isAtLeast(met: Alternative, asked: Alternative): boolean {
  if (met.language !== asked.language) return false;
  if (asked.level === undefined) return met.level !== "none";
  return met.level !== undefined && levelRank(met.level) >= levelRank(asked.level);
}

function nameOf({ language, level }: Demanded): Localised {
  return localise((text) => {
    const name = languageName(language, text);
    return level === undefined ? name : `${name} ${levelText(level)[text]}`;
  });
}

function levelText(level: LanguageLevel): Localised {
  if (level === "native") return { sv: "på modersmålsnivå", en: "at native level" };
  if (level === "none") return { sv: "utan krav på nivå", en: "at any level" };
  return { sv: level, en: level };
}

function questionFor({ language }: Alternative): Question {
  const text = {
    sv: `Vilken nivå i ${languageName(language, "sv")} har personen?`,
    en: `Which level of ${languageName(language, "en")} does the person have?`,
  };
  return { id: `language:${language}`, text };
}

/** Nobody can become a native speaker, so such an alternative is left out. */
function remedyFor({ anyOf }: Group): Remedy | undefined {
  const reachable = anyOf.filter(({ level }) => level !== "native");
  if (reachable.length === 0) return undefined;
  const ids = reachable.map(({ language, level }) =>
    level === undefined ? language : `${language}:${level}`,
  );
  return { id: `language:${ids.join("|")}`, text: capitalise(joinAny(reachable.map(stepTo))) };
}

function stepFor({ language, level = lowestLevel }: Demanded, fact: Fact): ProfileChange {
  const proven = fact.filter((spoken) => spoken.language === language).map((spoken) => provenLevel(spoken));
  const highest = proven.reduce<LanguageLevel>(
    (best, each) => (each !== undefined && levelRank(each) > levelRank(best) ? each : best),
    "none",
  );
  return reachLevel(language, level, highest);
}

function stepTo({ language, level = lowestLevel }: Demanded): Localised {
  const { sv, en } = nameOf({ language, level });
  const course = language === "sv" ? courseProving(level) : undefined;
  return course === undefined
    ? { sv: `nå ${sv}`, en: `reach ${en}` }
    : { sv: `klara SFI kurs ${course} (${sv})`, en: `pass SFI course ${course} (${en})` };
}

function courseProving(level: LanguageLevel): string | undefined {
  return sfiCourses.find((course) => levelRank(sfiLevel(course, "passed")) >= levelRank(level));
}

/** Only the languages that the vacancy asks about. */
function foundText(need: Need, fact: Fact): Localised {
  const asked = [...new Set(need.flatMap(({ anyOf }) => anyOf.map(({ language }) => language)))];
  return joinParts(asked.flatMap((language) => knowledgeOf(language, fact)));
}

function knowledgeOf(language: string, fact: Fact): Localised[] {
  const listed = fact.filter((spoken) => spoken.language === language);
  const texts =
    listed.length === 0 ? [{ sv: "uppgift saknas", en: "no information" }] : listed.map(spokenText);
  return texts.map((text) => localise((to) => `${languageName(language, to)}: ${text[to]}`));
}

function spokenText({ level, sfi }: SpokenLanguage): Localised {
  if (sfi !== undefined) return courseText(sfi);
  if (level === undefined) return { sv: "okänd nivå", en: "level unknown" };
  return level === "none" ? { sv: "kan inte språket", en: "does not speak it" } : levelText(level);
}

function courseText({ course, status }: NonNullable<SpokenLanguage["sfi"]>): Localised {
  const proven = sfiLevel(course, status);
  if (status === "passed")
    return { sv: `SFI kurs ${course} godkänd (${proven})`, en: `SFI course ${course} passed (${proven})` };
  const counts =
    proven === "none" ? { sv: "", en: "" } : { sv: ` (räknas som ${proven})`, en: ` (counts as ${proven})` };
  return { sv: `läser SFI kurs ${course}${counts.sv}`, en: `attends SFI course ${course}${counts.en}` };
}
