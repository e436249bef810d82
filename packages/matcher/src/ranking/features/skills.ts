import { constantColumn } from "../../columns/value-column.ts";
import { ramp } from "../clamp.ts";
import type { ComparedSkill, Feature } from "../feature.ts";

/** Cosine at which a skill begins to cover another one, and at which it fully does. */
const unrelated = 0.45;
const same = 0.8;
/** A skill that is demanded weighs as much as this many that are merely nice to have. */
const mustWeight = 2;

/** How much of what the vacancy asks for is covered by the nearest skills of the person. */
export const skillsFeature: Feature = {
  id: "skills",
  name: { sv: "Kunskaper", en: "Skills" },
  defaultWeight: 0.1,
  // A profile without skills is more often empty than untrue.
  unknownValue: 0.2,
  valueOf: ({ skills, participant }) => {
    if (skills.length === 0) return "notAsked";
    return participant.skills === undefined ? "unknown" : coverage(skills);
  },
  describe: ({ skills, participant }) => {
    if (skills.length === 0) return { sv: "platsen anger inga kunskaper", en: "the vacancy names no skills" };
    if (participant.skills === undefined)
      return { sv: "kunskaper är inte ifyllda", en: "no skills are filled in" };
    const covered = skills.filter((skill) => covers(skill) >= 0.5).map(({ skill }) => skill);
    const numbers = `${covered.length}/${skills.length}`;
    return covered.length === 0
      ? { sv: `${numbers} av det som efterfrågas`, en: `${numbers} of what is asked for` }
      : { sv: `${numbers}: ${covered.join(", ")}`, en: `${numbers}: ${covered.join(", ")}` };
  },
  columnIsExact: false,
  createColumn: () =>
    constantColumn(({ skills }) => (skills && skills.must.length + skills.nice.length > 0 ? 1 : undefined)),
  upperBound: (_similarity, fromColumn) => fromColumn,
};

function coverage(skills: readonly ComparedSkill[]): number {
  let covered = 0;
  let asked = 0;
  for (const skill of skills) {
    const weight = skill.demand === "must" ? mustWeight : 1;
    covered += weight * covers(skill);
    asked += weight;
  }
  return covered / asked;
}

function covers({ similarity }: ComparedSkill): number {
  return similarity === undefined ? 0 : ramp(similarity, unrelated, same);
}
