import { credentialsRule } from "./credentials.ts";
import { datesRule } from "./dates.ts";
import { distanceRule } from "./distance.ts";
import { drivingLicenceRule } from "./driving-licence.ts";
import { eligibilityRule } from "./eligibility.ts";
import { hoursRule } from "./hours.ts";
import { languageRule } from "./language.ts";
import type { Rule } from "./rule.ts";
import { scheduleRule } from "./schedule.ts";
import { seatsRule } from "./seats.ts";
import { unitRule } from "./unit.ts";

/** All built-in rules in the order of the funnel: the border first, what concerns the vacancy alone, then the person. */
export const builtInRules: readonly Rule[] = [
  unitRule,
  seatsRule,
  eligibilityRule,
  datesRule,
  drivingLicenceRule,
  credentialsRule,
  languageRule,
  scheduleRule,
  hoursRule,
  distanceRule,
];
