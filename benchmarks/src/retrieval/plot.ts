import { shares } from "./fixture.ts";
import type { Cell } from "./measure.ts";
import { percent } from "./report.ts";

const width = 760;
const height = 440;
const margin = { left: 70, right: 240, top: 50, bottom: 55 };
const colours = ["#005ea5", "#66a3d2", "#d4351c", "#f47738", "#4c2c92", "#28a197", "#6f777b"];

/** p50 by share that passes, both axes logarithmic, one line for each engine. */
export function plot(cells: readonly Cell[], size: number): string {
  const engines = [...new Set(cells.map(({ engine }) => engine))];
  const times = cells.map(({ p50 }) => Math.log10(p50));
  const [low, high] = [Math.floor(Math.min(...times)), Math.ceil(Math.max(...times))];
  const x = (share: number) => margin.left + position(Math.log10(share), -3, 0) * plotWidth();
  const y = (p50: number) => height - margin.bottom - position(Math.log10(p50), low, high) * plotHeight();
  const lines = engines.map((engine, index) => {
    const own = cells.filter((cell) => cell.engine === engine);
    const colour = colours[index % colours.length] ?? "#000";
    const points = own.map(({ share, p50 }) => `${x(share).toFixed(1)},${y(p50).toFixed(1)}`);
    const label = margin.top + 20 * index;
    return [
      `<polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        (point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${colour}"/>`,
      ),
      `<line x1="${width - 225}" x2="${width - 205}" y1="${label}" y2="${label}" stroke="${colour}" stroke-width="3"/>`,
      text(width - 200, label + 4, engine),
    ].join("\n");
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    text(
      margin.left,
      24,
      `Median time of a filtered search for 20 of ${size.toLocaleString("en")} vectors (256-d), ms`,
    ),
    ...horizontalGrid(low, high, y),
    ...shares.map((share) => text(x(share), height - margin.bottom + 20, percent(share), "middle")),
    text(margin.left + plotWidth() / 2, height - 12, "share of the vectors that pass the filter", "middle"),
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}

function horizontalGrid(low: number, high: number, y: (p50: number) => number): string[] {
  return Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)).flatMap((value) => [
    `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/>`,
    text(margin.left - 8, y(value) + 4, String(Number(value.toPrecision(1))), "end"),
  ]);
}

function position(value: number, low: number, high: number): number {
  return (value - low) / Math.max(1e-9, high - low);
}

function plotWidth(): number {
  return width - margin.left - margin.right;
}

function plotHeight(): number {
  return height - margin.top - margin.bottom;
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
