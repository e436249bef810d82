import type { Localised, TextLanguage } from "@jobbmatch/shared";
import type { Command } from "commander";
import { type Config, readConfig } from "../../config/config.ts";
import { openStorage, type Storage } from "../../storage/open-storage.ts";

/** What every command of the operators' program has. */
export interface CommandContext {
  readonly config: Config;
  readonly language: TextLanguage;
  /** The text in the operator's language. */
  readonly text: (texts: Localised) => string;
  /** Writes a line to standard output. */
  readonly write: (line: string) => void;
  /** Writes a line to standard error. */
  readonly tell: (line: string) => void;
}

/** Reads the environment and the options that all commands share. */
export function contextOf(command: Command): CommandContext {
  const { language } = command.optsWithGlobals<{ language: TextLanguage }>();
  return {
    config: readConfig(process.env),
    language,
    text: (texts) => texts[language],
    write: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Opens the database, that of a running service if there is one, for the time of an action. */
export async function withStorage<Value>(
  { config }: CommandContext,
  act: (storage: Storage) => Promise<Value>,
): Promise<Value> {
  const storage = await openStorage({ config, share: true });
  try {
    return await act(storage);
  } finally {
    await storage.close();
  }
}
