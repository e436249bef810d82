import type { Vacancy } from "@jobbmatch/shared";

/**
 * Whether somebody can still be placed on a day, whoever it is: the vacancy is open, has a seat left, and neither its
 * last day to apply nor its end has passed. The shortlist of a vacancy that is not open is empty.
 *
 * @param date ISO date.
 */
export function isOpenOn(
  {
    status,
    seats,
    seatsTaken,
    deadline,
    end,
  }: Pick<Vacancy, "status" | "seats" | "seatsTaken" | "deadline" | "end">,
  date: string,
): boolean {
  const isOver = [deadline, end].some((day) => day !== undefined && day < date);
  return status === "open" && seatsTaken < seats && !isOver;
}
