import type { Command } from "commander";
import { contextOf } from "./context.ts";

/** `doctor`: looks at everything that the service needs, and says what to do. What it needs is loaded only by it. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("check versions, database, queue, model and disk; exits with 1 if something must be done")
    .action(async (_options: object, command: Command) => {
      const { examine } = await import("./doctor/examine.ts");
      await examine(contextOf(command));
    });
}
