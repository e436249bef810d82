import type { Localised } from "@jobbmatch/shared";
import type { FloorReport } from "../fairness/floor-report.ts";
import type { Alternative, EmptySeats, ProposedPlace, UnplacedPerson } from "./assignment-proposal.ts";

/** Ids that one sentence holds. */
const mostNames = 3;

/** Why this place and not another, for a case worker. */
export function describeProposal({ alternatives, isUnchanged }: ProposedPlace): Localised {
  const unchanged = isUnchanged
    ? { sv: "Samma förslag som sist. ", en: "The same proposal as last time. " }
    : { sv: "", en: "" };
  // A better place that is taken says more than a worse one that is free.
  const told = alternatives.find(({ reason }) => reason !== "worthLess") ?? alternatives[0];
  const why =
    told === undefined
      ? { sv: "Ingen annan plats är öppen för personen.", en: "No other place is open to the person." }
      : describeAlternative(told);
  return { sv: `${unchanged.sv}${why.sv}`, en: `${unchanged.en}${why.en}` };
}

/** Why somebody has no place, for a case worker. */
export function describeUnplaced({ alternatives }: UnplacedPerson): Localised {
  const [first] = alternatives;
  if (first === undefined)
    return { sv: "Ingen plats är öppen för personen.", en: "No place is open to the person." };
  return describeAlternative(first);
}

/** Why one place is not proposed to somebody. */
export function describeAlternative({ vacancy, reason, takenBy }: Alternative): Localised {
  const holders = { sv: namesOf(takenBy, "sv"), en: namesOf(takenBy, "en") };
  switch (reason) {
    case "worthLess":
      return {
        sv: `Föreslås här och inte på ${vacancy}: match, önskemål och platsens väntan väger tyngre här.`,
        en: `Proposed here rather than at ${vacancy}: match, wish and the place's own waiting weigh more here.`,
      };
    case "seatsTaken":
      return {
        sv: `På ${vacancy} ger det mer för helheten att föreslå ${holders.sv}.`,
        en: `At ${vacancy} the whole gains more by proposing ${holders.en}.`,
      };
    case "hoursTaken":
      return {
        sv: `På ${vacancy} räcker timmarna inte till bredvid ${holders.sv}.`,
        en: `At ${vacancy} the hours do not suffice beside ${holders.en}.`,
      };
    case "supervisorsFull":
      return {
        sv: `Arbetsgivaren för ${vacancy} kan inte handleda fler nya på en gång.`,
        en: `The employer of ${vacancy} cannot supervise more new people at once.`,
      };
  }
}

/** Why seats stay empty, for a case worker. */
export function describeEmptySeats({ reason, fitting }: EmptySeats): Localised {
  switch (reason) {
    case "nobodyFits":
      return { sv: "Platsen är inte öppen för någon.", en: "The place is open to nobody." };
    case "everybodyElsewhere":
      return {
        sv: `Alla som passar (${fitting}) föreslås till en annan plats.`,
        en: `Everybody who fits (${fitting}) is proposed elsewhere.`,
      };
    case "hoursTaken":
      return {
        sv: "Timmarna som finns kvar räcker inte till för någon.",
        en: "The hours that are left suffice for nobody.",
      };
    case "supervisorsFull":
      return {
        sv: "Arbetsgivaren kan inte handleda fler nya på en gång.",
        en: "The employer cannot supervise more new people at once.",
      };
  }
}

/** What the guard did, and what it cost. */
export function describeFloor({
  weeks,
  overdue,
  proposed,
  possible,
  isKept,
  change,
}: FloorReport): Localised {
  const count = overdue.length;
  const kept = isKept
    ? {
        sv: `Alla ${count} som väntat längre har fått ett förslag.`,
        en: `All ${count} who have waited longer are proposed.`,
      }
    : {
        sv: `${proposed} av ${count} som väntat längre har fått ett förslag; platserna räcker till högst ${possible}.`,
        en: `${proposed} of ${count} who have waited longer are proposed; the places suffice for ${possible} at most.`,
      };
  const changed =
    change === undefined
      ? { sv: "Golvet ändrade inget.", en: "The floor changed nothing." }
      : {
          sv: `Golvet ändrade resultatet: ${change.gained.length} fick plats, ${change.lost.length} blev utan och ${change.moved} fick en annan plats. Det kostade ${change.cost.toFixed(2)} i nytta.`,
          en: `The floor changed the result: ${change.gained.length} gained a place, ${change.lost.length} lost one and ${change.moved} moved. It cost ${change.cost.toFixed(2)} in utility.`,
        };
  return {
    sv: `Golv: ingen som passar någon plats ska vänta mer än ${weeks} veckor på ett förslag. ${kept.sv} ${changed.sv}`,
    en: `Floor: nobody who fits a place shall wait more than ${weeks} weeks for a proposal. ${kept.en} ${changed.en}`,
  };
}

/** Ids as a list: "p1, p2 och p3", or "p1, p2, p3 med flera". */
function namesOf(ids: readonly string[], language: "sv" | "en"): string {
  const shown = ids.slice(0, mostNames);
  if (ids.length > mostNames) return `${shown.join(", ")} ${language === "sv" ? "med flera" : "and others"}`;
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} ${language === "sv" ? "och" : "and"} ${last}`;
}
