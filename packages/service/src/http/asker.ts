import type { TextLanguage } from "@jobbmatch/shared";

/** What a key may do. `matcher`: a person who matches; `app`: another system; `admin`: who runs the service. */
export const roles = ["matcher", "app", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who asks, as the API key tells. */
export interface Asker {
  /** Id of the API key. */
  readonly keyId: string;
  readonly role: Role;
  /** Units whose people the key may see; `null`: all. */
  readonly units: readonly string[] | null;
}

/** Who asks without a key, at the few addresses that are open to everybody. Sees nobody. */
export const anonymous: Asker = { keyId: "anonymous", role: "matcher", units: [] };

/** Whether the asker may see what belongs to a unit. */
export function maySee({ units }: Asker, unit: string): boolean {
  return units === null || units.includes(unit);
}

/** The languages that the titles of problems and the texts of pages come in. */
export type AskerLanguage = TextLanguage;
