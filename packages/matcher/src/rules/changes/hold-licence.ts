import type { DrivingLicence } from "@jobbmatch/shared";
import type { ProfileChange } from "../change.ts";

const heavy: ReadonlySet<DrivingLicence> = new Set(["BE", "C1", "C1E", "C", "CE", "D1", "D1E", "D", "DE"]);

/** To get a driving licence. */
export function holdLicence(category: DrivingLicence): ProfileChange {
  return {
    id: `drivingLicence:${category}`,
    aspect: "drivingLicence",
    effort: heavy.has(category) ? "heavyDrivingLicence" : "drivingLicence",
    times: 1,
    describe: () => ({
      sv: `Ta ${category}-körkort`,
      en: `Get ${category.startsWith("A") ? "an" : "a"} ${category} licence`,
    }),
    apply: (participant) => ({
      ...participant,
      drivingLicences: [...new Set([...(participant.drivingLicences ?? []), category])],
    }),
  };
}
