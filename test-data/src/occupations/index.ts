import { academicOccupations } from "./academic.ts";
import { buildingOccupations } from "./building.ts";
import { careOccupations } from "./care.ts";
import { greenOccupations } from "./green.ts";
import { industryOccupations } from "./industry.ts";
import { kitchenOccupations } from "./kitchen.ts";
import type { Occupation } from "./occupation.ts";
import { officeOccupations } from "./office.ts";
import { propertyOccupations } from "./property.ts";
import { schoolOccupations } from "./school.ts";
import { tradeOccupations } from "./trade.ts";
import { transportOccupations } from "./transport.ts";

export type { Occupation } from "./occupation.ts";

/** Every occupation of the generator; SSYK codes and their groups are those of Statistics Sweden. */
export const occupations: readonly Occupation[] = [
  ...careOccupations,
  ...schoolOccupations,
  ...kitchenOccupations,
  ...propertyOccupations,
  ...greenOccupations,
  ...tradeOccupations,
  ...transportOccupations,
  ...buildingOccupations,
  ...industryOccupations,
  ...officeOccupations,
  ...academicOccupations,
];

const byTitle = new Map(occupations.map((occupation) => [occupation.title, occupation]));

/** The occupation with a title of the table; a title that is not in it is a mistake in the program. */
export function occupationNamed(title: string): Occupation {
  const found = byTitle.get(title);
  if (found === undefined) throw new RangeError(`no occupation in the table is called ${title}`);
  return found;
}
