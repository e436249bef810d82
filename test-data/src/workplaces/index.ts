import { weighted } from "../distributions.ts";
import { companyWorkplaces } from "./companies.ts";
import { officeWorkplaces } from "./offices.ts";
import { serviceWorkplaces } from "./services.ts";
import type { Workplace } from "./workplace.ts";

export type { Workplace } from "./workplace.ts";

/** Every kind of workplace of the generator. */
export const workplaces: readonly Workplace[] = [
  ...serviceWorkplaces,
  ...companyWorkplaces,
  ...officeWorkplaces,
];

/** Draws a kind of workplace by its share of the places. */
export const drawWorkplace = weighted(workplaces.map((workplace) => [workplace, workplace.share]));
