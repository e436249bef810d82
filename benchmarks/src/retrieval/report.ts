import { shares } from "./fixture.ts";
import type { Cell, Measurements } from "./measure.ts";

/** The measurements as Markdown: a table for each size, then what was built, who is absent, and how each was used. */
export function markdown(measurements: Measurements): string {
  const sizes = [...new Set(measurements.cells.map(({ size }) => size))];
  return [
    ...sizes.flatMap((size) =>
      sizeTable(
        measurements.cells.filter((cell) => cell.size === size),
        size,
      ),
    ),
    ...buildTable(measurements),
    ...absenceList(measurements),
    "How each was used:",
    "",
    ...[...measurements.notes].map(([engine, note]) => `- ${engine}: ${note}`),
    "",
  ].join("\n");
}

function sizeTable(cells: readonly Cell[], size: number): string[] {
  const engines = [...new Set(cells.map(({ engine }) => engine))];
  return [
    `### ${size.toLocaleString("en")} vectors: p50 / p99 in ms, recall@20`,
    "",
    `| engine | ${shares.map((share) => `${percent(share)} pass`).join(" | ")} |`,
    `|---|${shares.map(() => "---:").join("|")}|`,
    ...engines.map((engine) => {
      const own = cells.filter((cell) => cell.engine === engine);
      return `| ${engine} | ${own.map(describeCell).join(" | ")} |`;
    }),
    "",
  ];
}

const pathNames = new Map([
  ["exactScan", "scan"],
  ["cellScan", "cells"],
  ["hnswPostFilter", "graph"],
]);

function describeCell({ p50, p99, recall, path }: Cell): string {
  const times = `${digits(p50)} / ${digits(p99)}, ${recall.toFixed(3)}`;
  return path === undefined ? times : `${times} (${pathNames.get(path) ?? path})`;
}

function buildTable({ builds }: Measurements): string[] {
  return [
    "### Building",
    "",
    "| engine | vectors | seconds | bytes per vector |",
    "|---|---:|---:|---:|",
    ...builds.map(
      ({ engine, size, seconds, bytesPerVector }) =>
        `| ${engine} | ${size.toLocaleString("en")} | ${digits(seconds)} | ${Math.round(bytesPerVector)} |`,
    ),
    "",
    "Bytes: of the int8 rows alone for the exact engine (its float vectors can lie in a file), else how much the process grew.",
    "",
  ];
}

function absenceList({ absences }: Measurements): string[] {
  if (absences.length === 0) return [];
  const lines = absences.map(
    ({ engine, size, reason }) => `- ${engine}, ${size.toLocaleString("en")} vectors: ${reason}`,
  );
  return ["Not measured:", "", ...lines, ""];
}

export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

export function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
