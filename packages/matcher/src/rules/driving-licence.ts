import { type DrivingLicence, drivable, drivingLicences, type Localised } from "@jobbmatch/shared";
import { holdLicence } from "./changes/hold-licence.ts";
import { defineRule } from "./define-rule.ts";
import { joinAny } from "./localised-text.ts";
import { licenceRelaxations } from "./relaxations/drop-groups.ts";
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

/** Categories that the person holds, in the order of the alphabet; `undefined` when nobody has asked. */
type Fact = readonly DrivingLicence[] | undefined;
type Need = readonly RequirementGroup<DrivingLicence>[];

/** Demands driving licences; a higher category includes the lower ones. */
export const drivingLicenceRule = defineRule<Fact, Need>({
  id: "drivingLicence",
  name: { sv: "Körkort", en: "Driving licence" },
  disclosure: { caseWorker: "full", employer: "full", participant: "full" },
  reads: ["drivingLicences"],
  factOf: ({ drivingLicences: held }) => held && [...new Set(held)].sort(),
  needOf: ({ drivingLicences: asked }) => (asked?.length ? asked : undefined),
  judge: (need, fact) => judgeGroups(need, judgeWith(fact)),
  needKeyOf: keyOfGroups,
  explain,
  changesFor: (need, fact) =>
    groupsWith("fail", need, judgeWith(fact)).flatMap(({ anyOf }) => anyOf.map(holdLicence)),
  relaxationsOf: licenceRelaxations,
});

/** What each category includes, itself among them. */
const includedIn = new Map(drivingLicences.map((category) => [category, drivable([category])]));

function judgeWith(fact: Fact): (category: DrivingLicence) => Outcome {
  if (fact === undefined) return () => "unknown";
  return (category) => (fact.some((held) => includedIn.get(held)?.has(category)) ? "pass" : "fail");
}

function explain(need: Need, fact: Fact): Evidence {
  return {
    required: describeGroups(need, nameOf),
    found: foundText(fact),
    ...provenanceOf(need),
    ...settleGroups(need, judgeWith(fact), { questionsFor, remedyFor }),
  };
}

function questionsFor({ anyOf }: RequirementGroup<DrivingLicence>): Question[] {
  const names = joinAny(anyOf.map(nameOf));
  const text = { sv: `Har personen ${names.sv}?`, en: `Does the person have ${names.en}?` };
  return [{ id: `drivingLicence:${anyOf.join("|")}`, text }];
}

function remedyFor({ anyOf }: RequirementGroup<DrivingLicence>): Remedy {
  const names = joinAny(anyOf.map(nameOf));
  return { id: `drivingLicence:${anyOf.join("|")}`, text: { sv: `Ta ${names.sv}`, en: `Get ${names.en}` } };
}

function nameOf(category: DrivingLicence): Localised {
  return { sv: `${category}-körkort`, en: `${category.startsWith("A") ? "an" : "a"} ${category} licence` };
}

function foundText(fact: Fact): Localised {
  if (fact === undefined)
    return { sv: "uppgift om körkort saknas", en: "no information on driving licences" };
  if (fact.length === 0) return { sv: "inget körkort", en: "no driving licence" };
  return { sv: `har ${fact.join(", ")}`, en: `holds ${fact.join(", ")}` };
}
