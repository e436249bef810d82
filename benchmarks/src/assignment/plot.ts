import type { Measurement } from "./measure.ts";

const width = 760;
const height = 400;
const margin = { left: 60, right: 20, top: 60, bottom: 70 };
const series = [
  { name: "lists alone", colour: "#6f777b", of: (each: Measurement) => each.comparison.peopleOnTopOfLists },
  { name: "greedy top-1", colour: "#f47738", of: (each: Measurement) => each.comparison.greedy.people },
  { name: "assignment", colour: "#005ea5", of: (each: Measurement) => each.comparison.proposed.people },
] as const;

/** Seats filled out of those that are free, for each municipality: three bars beside each other. */
export function plot(measurements: readonly Measurement[]): string {
  const group = (width - margin.left - margin.right) / Math.max(1, measurements.length);
  const bar = (group * 0.8) / series.length;
  const y = (share: number) => height - margin.bottom - share * (height - margin.top - margin.bottom);
  const bars = measurements.flatMap((each, index) =>
    series.map(({ colour, of }, position) => {
      const share = of(each) / Math.max(1, each.seats);
      const x = margin.left + index * group + group * 0.1 + position * bar;
      return `<rect x="${x.toFixed(1)}" y="${y(share).toFixed(1)}" width="${(bar * 0.9).toFixed(1)}" height="${(y(0) - y(share)).toFixed(1)}" fill="${colour}"/>`;
    }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    text(margin.left, 22, "People with a place, as a share of the free seats", "start"),
    ...series.map(({ name, colour }, index) => legend(name, colour, margin.left + 130 * index)),
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(share)}" y2="${y(share)}" stroke="#ddd"/>`,
      text(margin.left - 8, y(share) + 4, `${share * 100} %`, "end"),
    ]),
    ...bars,
    ...measurements.flatMap((each, index) => {
      const x = margin.left + (index + 0.5) * group;
      const certain = each.unknown === "keep" ? "open" : "certain";
      return [
        text(x, height - margin.bottom + 18, `${each.people}×${each.places}`, "middle"),
        text(x, height - margin.bottom + 34, certain, "middle"),
      ];
    }),
    text(
      margin.left,
      height - 12,
      "people × places; pairs with unknown answers kept (open) or left out (certain)",
      "start",
    ),
    "</svg>",
    "",
  ].join("\n");
}

function legend(name: string, colour: string, x: number): string {
  return `<rect x="${x}" y="34" width="12" height="12" fill="${colour}"/>${text(x + 18, 44, name, "start")}`;
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
