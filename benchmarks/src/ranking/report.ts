import type { StageTime } from "../batch/profile-stages.ts";
import { digits } from "../retrieval/report.ts";
import type { RankingCell } from "./measure.ts";

export interface RankingMeasurements {
  readonly machine: string;
  /** ISO date. */
  readonly date: string;
  readonly cells: readonly RankingCell[];
  readonly stages: readonly { readonly participants: number; readonly times: readonly StageTime[] }[];
}

/** The measurements as Markdown: a row for each question, and where the time of a list goes. */
export function markdown({ machine, date, cells, stages }: RankingMeasurements): string {
  const sizes = [...new Set(cells.map(({ participants }) => participants))];
  const questions = [...new Set(cells.map(({ question }) => question))];
  const cellOf = (question: string, size: number) =>
    cells.find((cell) => cell.question === question && cell.participants === size);
  return [
    `${machine}; ${date}`,
    "",
    "### One question, with rules, retrieval, features, ranking and explanations: p50 / p99 in ms (processor time)",
    "",
    `| question | ${sizes.map((size) => `${whole(size)} participants`).join(" | ")} |`,
    `|---|${sizes.map(() => "---:").join("|")}|`,
    ...questions.map(
      (question) => `| ${question} | ${sizes.map((size) => times(cellOf(question, size))).join(" | ")} |`,
    ),
    "",
    "20 candidates and 5 near misses, or 20 of 2,000 vacancies; another vacancy or person each time. Of lists the numbers are read: scores,",
    "contributions and outcomes of rules.",
    "",
    "### Where the time of a list goes (sampled), ms",
    "",
    ...stages.flatMap(({ participants, times: own }) => [
      `${whole(participants)} participants: ${own.map(describeStage).join(", ")}`,
      "",
    ]),
  ].join("\n");
}

function times(cell: RankingCell | undefined): string {
  return cell === undefined ? "–" : `${digits(cell.p50)} / ${digits(cell.p99)} (${digits(cell.processor)})`;
}

function describeStage({ stage, millisecondsPerList }: StageTime): string {
  return `${stage} ${millisecondsPerList.toFixed(3)}`;
}

function whole(value: number): string {
  return value.toLocaleString("en");
}
