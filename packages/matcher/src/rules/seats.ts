import type { Localised, Vacancy } from "@jobbmatch/shared";
import { defineRule } from "./define-rule.ts";

interface Need {
  readonly status: Vacancy["status"];
  /** Seats that nobody has taken, 0 or more. */
  readonly left: number;
}

/** Demands that the vacancy is open and has a seat left. It reads nothing of the participant. */
export const seatsRule = defineRule<null, Need>({
  id: "seats",
  name: { sv: "Lediga platser", en: "Seats left" },
  disclosure: { caseWorker: "full", employer: "full", participant: "full" },
  reads: [],
  factOf: () => null,
  needOf: ({ status, seats, seatsTaken }) => ({ status, left: Math.max(0, seats - seatsTaken) }),
  needKeyOf: ({ status, left }) => `${status === "open" && left > 0}`,
  judge: ({ status, left }) => (status === "open" && left > 0 ? "pass" : "fail"),
  explain: (need) => ({
    required: { sv: "minst en ledig plats", en: "at least one seat left" },
    found: foundText(need),
    source: "stated",
  }),
});

function foundText({ status, left }: Need): Localised {
  if (status === "withdrawn") return { sv: "platsen har dragits tillbaka", en: "the vacancy is withdrawn" };
  if (status === "filled") return { sv: "platsen är tillsatt", en: "the vacancy is filled" };
  if (left === 0) return { sv: "alla platser är tillsatta", en: "all seats are taken" };
  return left === 1
    ? { sv: "1 plats kvar", en: "1 seat left" }
    : { sv: `${left} platser kvar`, en: `${left} seats left` };
}
