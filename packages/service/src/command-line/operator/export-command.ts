import { once } from "node:events";
import type { Command } from "commander";
import { readParticipantPages } from "../../storage/queries/read-participant-pages.ts";
import { readVacancyPages } from "../../storage/queries/read-vacancy-pages.ts";
import { registerExtract } from "../../storage/records/register-extract.ts";
import { contextOf, withStorage } from "./context.ts";

/** `export`: what is stored, as `import` takes it again, or everything about one person. */
export function addExportCommand(program: Command): void {
  const command = program.command("export").description("write what is stored to standard output");
  command
    .command("participants")
    .description("all participants, JSON Lines")
    .action((_options: object, self: Command) =>
      withStorage(contextOf(self), ({ database }) => writeLines(readParticipantPages(database))),
    );
  command
    .command("vacancies")
    .description("all vacancies, JSON Lines")
    .action((_options: object, self: Command) =>
      withStorage(contextOf(self), ({ database }) => writeLines(readVacancyPages(database))),
    );
  command
    .command("person")
    .description("everything that is stored about one participant (registerutdrag), JSON")
    .argument("<id>", "the participant")
    .action((id: string, _options: object, self: Command) =>
      withStorage(contextOf(self), async ({ database }) => {
        const extract = await registerExtract(database, id);
        process.stdout.write(`${JSON.stringify(extract, null, 2)}\n`);
      }),
    );
}

async function writeLines(records: AsyncIterable<object>): Promise<void> {
  for await (const record of records)
    if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, "drain");
}
