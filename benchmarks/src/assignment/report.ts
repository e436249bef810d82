import type { Measurement, Timed } from "./measure.ts";

/** The measurements as Markdown: time and gap, then what is gained, then what the floor costs. */
export function markdown(measurements: readonly Measurement[], machine: string): string {
  return [
    "# The night's assignment",
    "",
    `${machine}; ${new Date().toISOString().slice(0, 10)}. Generated municipalities, seed 1. Seconds by the clock, and processor seconds in brackets, which other work on the machine does not lengthen as much. "Again": after somebody who had a place has left, from the proposal before.`,
    "",
    "## Time and optimality gap",
    "",
    "| people × places | unknown answers | pairs (left out) | matching | exact | gap | auction | gap | again | gap |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...measurements.map(timeRow),
    "",
    "## People with a place",
    "",
    "Greedy top-1: every place in turn takes the best of those who are still free, from the same pairs. Lists alone: different people who stand first on the places' own lists, as many on each as it has seats.",
    "",
    "| people × places | unknown answers | free seats | lists alone | greedy top-1 | assignment | more than greedy | mean match, greedy → assignment | lowest match | longest wait without a place, days |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ...measurements.map(gainRow),
    "",
    "## With a floor of 26 weeks",
    "",
    "Nobody has been proposed before here, so everybody registered for more than 26 weeks is overdue: far more people than seats.",
    "",
    "| people × places | unknown answers | overdue | of them proposed | cost in utility | seconds |",
    "|---|---|---:|---:|---:|---:|",
    ...measurements.map(floorRow),
    "",
  ].join("\n");
}

function timeRow(measurement: Measurement): string {
  const { pairs, pairsLeftOut, matching, exact, approximate, again } = measurement;
  const cells = [
    `${count(pairs)} (${count(pairsLeftOut)})`,
    seconds(matching),
    seconds(exact),
    percent(exact.gap, 3),
    seconds(approximate),
    percent(approximate.gap, 3),
    seconds(again),
    percent(again.gap, 3),
  ];
  return row(measurement, cells);
}

function gainRow(measurement: Measurement): string {
  const { seats, comparison } = measurement;
  const { proposed, greedy, peopleOnTopOfLists } = comparison;
  return row(measurement, [
    count(seats),
    count(peopleOnTopOfLists),
    count(greedy.people),
    count(proposed.people),
    percent(proposed.people / greedy.people - 1, 1),
    `${share(greedy.meanScore)} → ${share(proposed.meanScore)}`,
    `${share(greedy.lowestScore)} → ${share(proposed.lowestScore)}`,
    `${greedy.longestWaitWithoutPlace ?? "–"} → ${proposed.longestWaitWithoutPlace ?? "–"}`,
  ]);
}

function floorRow(measurement: Measurement): string {
  const { floor, exact } = measurement;
  const cost = `${floor.cost.toFixed(1)} (${percent(floor.cost / exact.value, 1)})`;
  return row(measurement, [count(floor.overdue), count(floor.proposed), cost, seconds(floor)]);
}

function row({ people, places, unknown }: Measurement, cells: readonly string[]): string {
  return `| ${[`${count(people)} × ${count(places)}`, unknown === "keep" ? "kept" : "left out", ...cells].join(" | ")} |`;
}

function seconds({ seconds: clock, processorSeconds }: Pick<Timed, "seconds" | "processorSeconds">): string {
  return `${digits(clock)} (${digits(processorSeconds)})`;
}

function digits(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

function percent(value: number, digits: number): string {
  return `${(value * 100).toFixed(digits)} %`;
}

function share(value: number | undefined): string {
  return value === undefined ? "–" : `${Math.round(value * 100)} %`;
}

function count(value: number): string {
  return value.toLocaleString("en");
}
