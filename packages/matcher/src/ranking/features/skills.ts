import type { ComparedSkill, Feature } from "../feature.ts";
import { coverageOf, coverageOfOne, SkillsColumn, unknownSkills, weightOfDemand } from "./skills-column.ts";

/** How much of what the vacancy asks for is covered by the nearest skills of the person. */
export const skillsFeature: Feature = {
  id: "skills",
  name: { sv: "Kunskaper", en: "Skills" },
  defaultWeight: 0.1,
  // A profile without skills is more often empty than untrue.
  unknownValue: unknownSkills,
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
  createColumn: () => new SkillsColumn(),
};

function coverage(skills: readonly ComparedSkill[]): number {
  return coverageOf(
    skills.map(({ demand }) => weightOfDemand[demand]),
    skills.map(({ similarity = 0 }) => similarity),
  );
}

function covers({ similarity = 0 }: ComparedSkill): number {
  return coverageOfOne(similarity);
}
