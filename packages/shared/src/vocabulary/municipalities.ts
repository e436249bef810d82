import { municipalityRows } from "./municipality-table.ts";

/** One of the 290 Swedish municipalities. */
export interface Municipality {
  /** Four digits: county, then municipality. */
  readonly code: string;
  readonly name: string;
  /** Position of the main town, degrees (WGS 84). */
  readonly latitude: number;
  readonly longitude: number;
}

const byCode: ReadonlyMap<string, Municipality> = new Map(
  municipalityRows.map(([code, name, latitude, longitude]) => [code, { code, name, latitude, longitude }]),
);
const byName: ReadonlyMap<string, Municipality> = new Map(
  [...byCode.values()].map((municipality) => [municipality.name.toLowerCase(), municipality]),
);

/** All municipalities, in order of code. */
export const municipalities: readonly Municipality[] = [...byCode.values()];

export function isMunicipalityCode(code: string): boolean {
  return byCode.has(code);
}

export function municipalityByCode(code: string): Municipality | undefined {
  return byCode.get(code);
}

/** Looks up by name, such as `Malmö`; capital letters make no difference. */
export function municipalityByName(name: string): Municipality | undefined {
  return byName.get(name.trim().toLowerCase());
}
