// npm run bench:rules [-- --quick | --participants 100000 | --vacancies 60]
// A vacancy's rules over everybody: each rule alone and all of them together, with nothing remembered; and pair by pair.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { measureRules } from "./rules/measure-rules.ts";
import { markdown } from "./rules/report.ts";
import { buildScene } from "./rules/scene.ts";

const results = "benchmarks/results";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    participants: { type: "string", default: "100000" },
    vacancies: { type: "string", default: "60" },
  },
});
const participants = values.quick ? 5_000 : Number(values.participants);
process.stderr.write(`${participants.toLocaleString("en")} participants\n`);
const scene = buildScene(participants, Number(values.vacancies));
const machine = `Node ${process.version}, ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} cores`;
const measured = { machine, participants, vacancies: scene.vacancies.length, ...measureRules(scene) };
const report = markdown(measured);
process.stdout.write(report);
mkdirSync(results, { recursive: true });
const name = values.quick ? "rules-quick" : "rules";
writeFileSync(`${results}/${name}.json`, `${JSON.stringify(measured, undefined, 2)}\n`);
writeFileSync(`${results}/${name}.md`, report);
