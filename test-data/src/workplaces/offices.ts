import type { Workplace } from "./workplace.ts";

/** Offices and schools for adults. */
export const officeWorkplaces: readonly Workplace[] = [
  {
    name: "Kontor",
    number: 12,
    share: 2,
    indefinite: "ett kommunkontor",
    inside: "på kontoret",
    occupations: [
      ["kontorsassistent", 4],
      ["receptionist", 2],
      ["ekonomiassistent", 1],
      ["supporttekniker", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Vuxenutbildning",
    number: 4,
    share: 5,
    indefinite: "en vuxenutbildning",
    inside: "på vuxenutbildningen",
    occupations: [
      ["undersköterska", 6],
      ["barnskötare", 3],
      ["kock", 2],
      ["bagare", 1],
      ["svetsare", 1],
      ["bussförare", 1],
      ["lokalvårdare", 1],
    ],
    pattern: "study",
    municipal: true,
  },
];
