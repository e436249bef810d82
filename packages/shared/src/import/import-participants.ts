import type { Problem } from "../errors.ts";
import { type MaskedField, maskParticipant } from "../privacy/mask-records.ts";
import { parseParticipant } from "../schemas/parse.ts";
import type { Participant } from "../schemas/participant.ts";
import { type JsonRecordOptions, type JsonSource, readJsonRecords } from "./json-records.ts";

/** One thing that reading participants gave. */
export type ImportedParticipant =
  | {
      readonly kind: "participant";
      /** The line on which the record begins, counted from 1. */
      readonly line: number;
      readonly participant: Participant;
      /** What was masked in which field. */
      readonly masked: readonly MaskedField[];
    }
  | { readonly kind: "problem"; readonly problem: Problem & { readonly line: number } };

/**
 * Reads participants in our own form from a JSON array or JSON Lines, one at a time, and masks personal data in their
 * texts. A record that cannot be used gives one problem for each thing that is wrong, and the rest go on.
 */
export async function* importParticipants(
  source: JsonSource,
  options: JsonRecordOptions = {},
): AsyncGenerator<ImportedParticipant> {
  for await (const record of readJsonRecords(source, options)) {
    if (record.kind === "problem") yield record;
    else yield* participantsOf(record.json, record.line);
  }
}

function participantsOf(json: unknown, line: number): ImportedParticipant[] {
  const parsed = parseParticipant(json);
  if (!parsed.ok) return problemsAt(parsed.problems, line);
  const { record, masked } = maskParticipant(parsed.value);
  // A mask can be longer than what it hides, so the limits are checked once more.
  const checked = parseParticipant(record);
  if (!checked.ok) return problemsAt(checked.problems, line);
  return [{ kind: "participant", line, participant: checked.value, masked }];
}

function problemsAt(problems: readonly Problem[], line: number): ImportedParticipant[] {
  return problems.map((problem) => ({ kind: "problem", problem: { ...problem, line } }));
}
