import type { Command } from "commander";
import { addDoctorCommand } from "./doctor-command.ts";
import { addExportCommand } from "./export-command.ts";
import { addImportCommand } from "./import-command.ts";
import { addKeyCommands } from "./key-commands.ts";
import { addRematchCommand } from "./rematch-command.ts";
import { addStartCommands } from "./start-commands.ts";

/** Gives `jobbmatch` all its commands. */
export function addCommands(program: Command): void {
  addStartCommands(program);
  addImportCommand(program);
  addExportCommand(program);
  addKeyCommands(program);
  addRematchCommand(program);
  addDoctorCommand(program);
}
