import { type DrivingLicence, drivable, type Localised } from "@jobbmatch/shared";
import { defineRule } from "./define-rule.ts";
import {
  describeGroups,
  groupsWith,
  joinAny,
  judgeGroups,
  provenanceOf,
  type RequirementGroup,
} from "./requirement-groups.ts";
import type { Evidence, Outcome } from "./rule.ts";

/** Categories that the person holds, in the order of the alphabet; `undefined` when nobody has asked. */
type Fact = readonly DrivingLicence[] | undefined;
type Need = readonly RequirementGroup<DrivingLicence>[];

/** Demands driving licences; a higher category includes the lower ones. */
export const drivingLicenceRule = defineRule<Fact, Need>({
  id: "drivingLicence",
  name: { sv: "Körkort", en: "Driving licence" },
  disclosure: { caseWorker: "full", employer: "full", participant: "full" },
  factOf: ({ drivingLicences }) => drivingLicences && [...new Set(drivingLicences)].sort(),
  needOf: ({ drivingLicences }) => (drivingLicences?.length ? drivingLicences : undefined),
  judge: (need, fact) => judgeGroups(need, judgeWith(fact)),
  explain,
});

function judgeWith(fact: Fact): (category: DrivingLicence) => Outcome {
  if (fact === undefined) return () => "unknown";
  const categories = drivable(fact);
  return (category) => (categories.has(category) ? "pass" : "fail");
}

function explain(need: Need, fact: Fact): Evidence {
  const judge = judgeWith(fact);
  return {
    required: describeGroups(need, nameOf),
    found: foundText(fact),
    ...provenanceOf(need),
    questions: groupsWith("unknown", need, judge).map(({ anyOf }) => ({
      id: `drivingLicence:${anyOf.join("|")}`,
      text: {
        sv: `Har personen ${joinAny(anyOf.map(nameOf)).sv}?`,
        en: `Does the person have ${joinAny(anyOf.map(nameOf)).en}?`,
      },
    })),
    remedies: groupsWith("fail", need, judge).map(({ anyOf }) => ({
      id: `drivingLicence:${anyOf.join("|")}`,
      text: { sv: `Ta ${joinAny(anyOf.map(nameOf)).sv}`, en: `Get ${joinAny(anyOf.map(nameOf)).en}` },
    })),
  };
}

function nameOf(category: DrivingLicence): Localised {
  return { sv: `${category}-körkort`, en: `a ${category} licence` };
}

function foundText(fact: Fact): Localised {
  if (fact === undefined)
    return { sv: "uppgift om körkort saknas", en: "no information on driving licences" };
  if (fact.length === 0) return { sv: "inget körkort", en: "no driving licence" };
  return { sv: `har ${fact.join(", ")}`, en: `holds ${fact.join(", ")}` };
}
