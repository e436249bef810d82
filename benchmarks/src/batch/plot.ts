import type { BatchRun } from "./measure-batch.ts";

const width = 760;
const barHeight = 26;
const margin = { left: 250, right: 130, top: 50, bottom: 20 };

/** Wall time for a pair of participant and vacancy, one bar for each run. */
export function plot(runs: readonly BatchRun[]): string {
  const most = Math.max(...runs.map(({ nanosecondsPerPair }) => nanosecondsPerPair));
  const height = margin.top + margin.bottom + runs.length * (barHeight + 8);
  const bars = runs.flatMap((run, index) => {
    const y = margin.top + index * (barHeight + 8);
    const length = ((width - margin.left - margin.right) * run.nanosecondsPerPair) / most;
    return [
      text(
        margin.left - 10,
        y + 17,
        `${whole(run.participants)} × ${whole(run.vacancies)}, ${run.threads} threads`,
        "end",
      ),
      `<rect x="${margin.left}" y="${y}" width="${length.toFixed(1)}" height="${barHeight}" fill="#005ea5"/>`,
      text(
        margin.left + length + 8,
        y + 17,
        `${run.nanosecondsPerPair.toFixed(1)} ns; ${run.seconds.toFixed(1)} s`,
      ),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    text(20, 24, "Matching all vacancies anew: wall time for one participant and one vacancy"),
    ...bars,
    "</svg>",
    "",
  ].join("\n");
}

function whole(value: number): string {
  return value.toLocaleString("en");
}

function text(x: number, y: number, content: string, anchor: "start" | "end" = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
