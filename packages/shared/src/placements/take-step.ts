import type { Problem, Result } from "../errors.ts";
import type { Placement, PlacementStep, PlacementStepKind } from "./placement.ts";

/** What may follow what. An interview may be left out; follow-ups repeat; `declined` and `ended` are final. */
const followers: Readonly<Record<PlacementStepKind, readonly PlacementStepKind[]>> = {
  proposed: ["accepted", "declined", "interview", "placed"],
  accepted: ["interview", "placed", "declined"],
  interview: ["placed", "declined"],
  placed: ["followUp", "ended"],
  followUp: ["followUp", "ended"],
  declined: [],
  ended: [],
};

/**
 * Adds a step to a placement.
 *
 * @returns the longer placement, or the problem: `invalidTransition` for a step that can't follow the last one,
 * `invalidDate` for one that lies before it.
 * @example
 * takeStep(placement, { kind: "ended", date: "2026-11-23", outcome: "ordinaryJob" });
 */
export function takeStep(placement: Placement, step: PlacementStep): Result<Placement> {
  const problem = problemOf(lastStep(placement), step);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  return { ok: true, value: { ...placement, steps: [...placement.steps, step] } };
}

/** The step that tells where a placement stands now. */
function lastStep({ steps }: Placement): PlacementStep | undefined {
  return steps.at(-1);
}

function problemOf(last: PlacementStep | undefined, step: PlacementStep): Problem | undefined {
  if (last === undefined) {
    if (step.kind === "proposed") return undefined;
    return { code: "invalidTransition", field: "kind", message: "the first step is proposed" };
  }
  if (!followers[last.kind].includes(step.kind)) {
    return { code: "invalidTransition", field: "kind", message: `${step.kind} can't follow ${last.kind}` };
  }
  if (step.date >= last.date) return undefined;
  return { code: "invalidDate", field: "date", message: `the last step was on ${last.date}` };
}
