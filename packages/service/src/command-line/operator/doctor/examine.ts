import type { CommandContext } from "../context.ts";
import type { Check, Finding } from "./check.ts";
import { databaseCheck } from "./database-check.ts";
import { diskCheck } from "./disk-check.ts";
import { modelCheck } from "./model-check.ts";
import { queueCheck } from "./queue-check.ts";
import { versionsCheck } from "./versions-check.ts";

const checks: readonly Check[] = [versionsCheck, databaseCheck, queueCheck, modelCheck, diskCheck];
const signs = { good: "✓", warning: "!", bad: "✗" } as const satisfies Record<Finding["state"], string>;

/** Prints what each check found, and what to do. */
export async function examine(context: CommandContext): Promise<void> {
  const { text, write, config } = context;
  write(`${text(mode)} ${config.mode}`);
  const states: Finding["state"][] = [];
  for (const check of checks) {
    const { state, found, advice } = await check.run(config);
    states.push(state);
    write(`${signs[state]} ${text(check.name)}: ${text(found)}`);
    if (advice !== undefined) write(`    ${text(advice)}`);
  }
  const isBad = states.includes("bad");
  write(text(isBad ? bad : states.includes("warning") ? warned : healthy));
  if (isBad) process.exitCode = 1;
}

const mode = { sv: "Läge:", en: "Mode:" };
const healthy = { sv: "Allt är som det ska.", en: "All is well." };
const warned = { sv: "Det fungerar, men läs raderna med !.", en: "It works, but read the lines with !." };
const bad = {
  sv: "Något måste göras: läs raderna med ✗.",
  en: "Something must be done: read the lines with ✗.",
};
