import type { Command } from "commander";
import { contextOf } from "./context.ts";

/** `start`, `api` and `worker`: the roles of the service. What they need is loaded only by them. */
export function addStartCommands(program: Command): void {
  program
    .command("start")
    .description("run the API and the worker in this process, with an embedded database if none is named")
    .option("--demo", "load the demo municipality if the database is empty, and show how to ask")
    .action(async ({ demo }: { demo?: true }, command: Command) => {
      const { serveEverything } = await import("./serve.ts");
      await serveEverything(contextOf(command), demo === true);
    });
  program
    .command("api")
    .description("run the API alone (needs DATABASE_URL)")
    .action(async (_options: object, command: Command) => {
      const { serveApi } = await import("./serve.ts");
      await serveApi(contextOf(command));
    });
  program
    .command("worker")
    .description("run a worker alone (needs DATABASE_URL)")
    .action(async (_options: object, command: Command) => {
      const { runWorker } = await import("./serve.ts");
      await runWorker(contextOf(command));
    });
}
