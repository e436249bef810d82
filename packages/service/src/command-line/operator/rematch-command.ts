import type { Command } from "commander";
import { contextOf } from "./context.ts";

/** `rematch`: everything anew, as in the night. What it needs is loaded only by it. */
export function addRematchCommand(program: Command): void {
  program
    .command("rematch")
    .description("make all shortlists anew, by the workers that run")
    .option("--watch", "show how far it has come, and wait for the end")
    .action(async ({ watch }: { watch?: true }, command: Command) => {
      const { rematch } = await import("./rematch.ts");
      await rematch(contextOf(command), watch === true);
    });
}
