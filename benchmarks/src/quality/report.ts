import type { Measured } from "./measure.ts";
import { metricNames } from "./metrics.ts";

const titles = "MRR | 95 % interval | S@1 | S@5 | S@10 | R@10 | MAP | nDCG@10";

/** One table for each task, in Markdown. */
export function markdownReport(measured: readonly Measured[], notes: readonly string[]): string {
  const tasks = [...new Set(measured.map(({ task }) => task))];
  const tables = tasks.map((task) => table(measured.filter((one) => one.task === task)));
  return `${[...tables, ...notes].join("\n\n")}\n`;
}

function table(rows: readonly Measured[]): string {
  const [first] = rows;
  const rule = `|---|${"---:|".repeat(metricNames.length + 1)}`;
  return [
    `## ${first?.task}: ${first?.queries} queries, ${first?.documents} documents`,
    "",
    `| ranker | ${titles} |`,
    rule,
    ...rows.map(line),
  ].join("\n");
}

function line({ ranker, metrics, interval }: Measured): string {
  const [mrr, ...others] = metricNames.map((name) => metrics[name].toFixed(3));
  const range = `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
  return `| ${[ranker, mrr, range, ...others].join(" | ")} |`;
}
