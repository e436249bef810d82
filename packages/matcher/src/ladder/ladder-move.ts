import {
  type LadderStep,
  type Localised,
  ladderStepNames,
  type Participant,
  placementTypes,
  type Vacancy,
} from "@jobbmatch/shared";

/** Where a place stands on the ladder towards ordinary work, seen from where the person stands now. */
export interface LadderMove {
  /** The step of the vacancy's placement type; absent when the vacancy names none. */
  readonly step?: LadderStep;
  /** The step of the person's current placement, 0 for none; absent when it is unknown. */
  readonly current?: LadderStep | 0;
  readonly direction: "up" | "same" | "down" | "unknown";
}

/** How a place lies to the person's current placement. */
export function ladderMove(
  { currentPlacement }: Pick<Participant, "currentPlacement">,
  { placementType }: Pick<Vacancy, "placementType">,
): LadderMove {
  const step = placementType && placementTypes[placementType].step;
  const current = currentStep({ currentPlacement });
  return {
    ...(step === undefined ? {} : { step }),
    ...(current === undefined ? {} : { current }),
    direction: directionOf(step, current),
  };
}

/** The step that somebody stands on: 0 in no placement, `undefined` if it is unknown. */
export function currentStep({
  currentPlacement,
}: Pick<Participant, "currentPlacement">): LadderStep | 0 | undefined {
  return currentPlacement === null
    ? 0
    : currentPlacement && placementTypes[currentPlacement.placementType].step;
}

function directionOf(step: number | undefined, current: number | undefined): LadderMove["direction"] {
  if (step === undefined || current === undefined) return "unknown";
  if (step === current) return "same";
  return step > current ? "up" : "down";
}

/** A move in words for a case worker; `undefined` when nothing is known to say. */
export function describeMove({ step, current, direction }: LadderMove): Localised | undefined {
  if (step === undefined || current === undefined) return undefined;
  const to = ladderStepNames[step];
  if (current === 0) return { sv: `första steget: ${to.sv}`, en: `the first step: ${to.en}` };
  const from = ladderStepNames[current];
  switch (direction) {
    case "up":
      return { sv: `uppåt, från ${from.sv} till ${to.sv}`, en: `up, from ${from.en} to ${to.en}` };
    case "down":
      return {
        sv: `neråt, från ${from.sv} till ${to.sv}; prata med personen först`,
        en: `down, from ${from.en} to ${to.en}; talk with the person first`,
      };
    case "same":
      return { sv: `samma steg som nu: ${to.sv}`, en: `the same step as now: ${to.en}` };
    case "unknown":
      return undefined;
  }
}
