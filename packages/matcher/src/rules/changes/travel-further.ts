import type { ProfileChange } from "../change.ts";

const stepKm = 5;

/** To travel further to work. @param extraKm kilometres on top of what the person accepts now. */
export function travelFurther(extraKm: number): ProfileChange {
  return {
    id: `distance:+${extraKm}`,
    aspect: "distance",
    effort: "distance",
    times: extraKm / stepKm,
    describe: () => ({
      sv: `Kunna resa ${extraKm} km längre till arbetet`,
      en: `Be able to travel ${extraKm} km further to work`,
    }),
    apply: (participant) => ({
      ...participant,
      commute: { ...participant.commute, maxKm: (participant.commute?.maxKm ?? 0) + extraKm },
    }),
  };
}
