import type { Localised } from "@jobbmatch/shared";
import type { Config } from "../../../config/config.ts";

/** What a check of the surroundings found. */
export interface Finding {
  /** `warning`: it works, but not for long or not well. */
  readonly state: "good" | "warning" | "bad";
  /** What was found. */
  readonly found: Localised;
  /** What to do about it; absent when all is well. */
  readonly advice?: Localised;
}

/** One thing that must be right for the service to run. */
export interface Check {
  readonly name: Localised;
  run(config: Config): Promise<Finding>;
}

/** A text that is the same in both languages, such as a version. */
export function same(text: string): Localised {
  return { sv: text, en: text };
}

export function good(found: Localised): Finding {
  return { state: "good", found };
}
