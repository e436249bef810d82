#!/usr/bin/env node
import { describeProblem, JobbmatchError, textLanguages } from "@jobbmatch/shared";
import { Command, Option } from "commander";
import { addCommands } from "./operator/add-commands.ts";
import { version } from "./operator/version.ts";

const program = new Command("jobbmatch")
  .description(
    "Runs Jobbmatch and keeps it in order. Settings come from the environment: docs/operations.md.",
  )
  .version(version)
  .addOption(
    new Option("--language <language>", "language of what is printed").choices(textLanguages).default("sv"),
  );
addCommands(program);

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader has seen enough, as with "| head".
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = 2;
  if (error instanceof JobbmatchError)
    for (const problem of error.problems) process.stderr.write(`${describeProblem(problem)}\n`);
  else if (isConnectionFailure(error))
    process.stderr.write(
      "the database or Redis cannot be reached; `jobbmatch doctor` tells more\n" +
        "databasen eller Redis kan inte nås; `jobbmatch doctor` säger mer\n",
    );
  else throw error;
}

/** Errors of sockets, and those of several addresses that were tried. */
function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionFailure);
  return "syscall" in error || /timeout exceeded when trying to connect/.test(error.message);
}
