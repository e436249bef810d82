import type { Measurements } from "./measure-rules.ts";

export interface RulesReport extends Measurements {
  readonly machine: string;
  readonly participants: number;
  readonly vacancies: number;
}

export function markdown({ machine, participants, vacancies, rules, cold, warm }: RulesReport): string {
  const rows = rules.map((rule) =>
    [
      rule.rule,
      rule.asked,
      rule.selectMedian.toFixed(0),
      rule.selectSlowest.toFixed(0),
      rule.judge.toFixed(0),
      rule.store.toFixed(1),
      rule.restore.toFixed(1),
      rule.bytes.toFixed(0),
    ].join(" | "),
  );
  return [
    "# Rules",
    "",
    `${machine}. ${participants.toLocaleString("en")} generated participants, ${vacancies} vacancies; each time is the least of nine, but for storing.`,
    "",
    `All rules of one vacancy, with funnel and near misses: median **${cold.median.toFixed(0)} µs**, slowest ${cold.slowest.toFixed(0)} µs with nothing remembered; median ${warm.median.toFixed(0)} µs, slowest ${warm.slowest.toFixed(0)} µs when the answers of each rule are remembered.`,
    "",
    "| rule | asked by | select everybody, median µs | slowest µs | judge one pair, ns | store one, µs | restore, ms | bytes each |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...rows.map((row) => `| ${row} |`),
    "",
  ].join("\n");
}
