import type { RankingCell } from "./measure.ts";

const width = 960;
const height = 420;
const margin = { left: 70, right: 440, top: 50, bottom: 55 };
const colours = ["#005ea5", "#66a3d2", "#28a197", "#f47738", "#4c2c92", "#d4351c", "#b58840", "#6f777b"];

/** p50 and p99 by number of participants, both axes logarithmic, one colour for each question. */
export function plot(cells: readonly RankingCell[]): string {
  const sizes = cells.map(({ participants }) => Math.log10(participants));
  const times = cells.flatMap(({ p50, p99 }) => [Math.log10(p50), Math.log10(p99)]);
  const [left, right] = [Math.min(...sizes), Math.max(...sizes)];
  const [low, high] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))];
  const x = (size: number) =>
    margin.left + position(Math.log10(size), left, right) * (width - margin.left - margin.right);
  const y = (time: number) =>
    height - margin.bottom - position(Math.log10(time), low, high) * (height - margin.top - margin.bottom);
  const questions = [...new Set(cells.map(({ question }) => question))];
  const lines = questions.flatMap((question, index) => {
    const own = cells.filter((cell) => cell.question === question);
    const colour = colours[index % colours.length] ?? "#000";
    const line = (value: (cell: RankingCell) => number, dashes: string) =>
      `<polyline points="${own.map((cell) => `${x(cell.participants).toFixed(1)},${y(value(cell)).toFixed(1)}`).join(" ")}" fill="none" stroke="${colour}" stroke-width="2"${dashes}/>`;
    const label = margin.top + 20 * index;
    return [
      line(({ p50 }) => p50, ""),
      line(({ p99 }) => p99, ' stroke-dasharray="4 4"'),
      `<line x1="${width - 425}" x2="${width - 405}" y1="${label}" y2="${label}" stroke="${colour}" stroke-width="3"/>`,
      text(width - 400, label + 4, question),
    ];
  });
  const ticks = [...new Set(cells.map(({ participants }) => participants))];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    text(margin.left, 24, "Time of one question, ms: p50 (line) and p99 (dashes)"),
    ...Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)).flatMap((time) => [
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(time)}" y2="${y(time)}" stroke="#ddd"/>`,
      text(margin.left - 8, y(time) + 4, String(Number(time.toPrecision(1))), "end"),
    ]),
    ...ticks.map((size) => text(x(size), height - margin.bottom + 20, size.toLocaleString("en"), "middle")),
    text(margin.left, height - 12, "participants"),
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}

function position(value: number, low: number, high: number): number {
  return (value - low) / Math.max(1e-9, high - low);
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
