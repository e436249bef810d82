import {
  JobbmatchError,
  type MaskedField,
  type MaskedRecord,
  maskParticipant,
  maskVacancy,
  type Participant,
  type Problem,
  parseParticipant,
  parseVacancy,
  type Result,
  type Vacancy,
} from "@jobbmatch/shared";
import type { Transaction } from "../storage/database.ts";
import type { StoredHead } from "../storage/records/decide-write.ts";
import { type PutRequest, putParticipants, putVacancies } from "../storage/records/put-records.ts";
import type { RecordWriter } from "../storage/records/record-writer.ts";
import type { WriteResult, WrittenRecord } from "../storage/records/write-result.ts";
import { isVacancyVisible, isVisible, type VisibleUnits } from "../storage/visible.ts";
import { mergePatch } from "./merge-patch.ts";
import { checkVersion } from "./middleware/version-condition.ts";
import { invalidRequest } from "./problems/invalid-request.ts";
import type { RouteRequest } from "./route.ts";
import type { HttpServices } from "./services.ts";

/** What participants and vacancies have in common. */
export interface Identified {
  readonly id: string;
  readonly version: number;
}

/** What differs between participants and vacancies as resources of the API. */
export interface RecordResource<Body extends Identified> {
  readonly unknownCode: "unknownParticipant" | "unknownVacancy";
  readonly parse: (input: unknown) => Result<Body>;
  readonly mask: (record: Body) => MaskedRecord<Body>;
  readonly writerOf: (services: HttpServices) => RecordWriter<Body>;
  readonly put: (transaction: Transaction, request: PutRequest<Body>) => Promise<readonly WriteResult[]>;
  /** Whether somebody with these units can see the record. */
  readonly isVisible: (record: Body, units: VisibleUnits) => boolean;
}

export const participantResource: RecordResource<Participant> = {
  unknownCode: "unknownParticipant",
  parse: parseParticipant,
  mask: maskParticipant,
  writerOf: ({ writers }) => writers.participants,
  put: putParticipants,
  isVisible: ({ unit }, units) => isVisible(unit, units),
};

export const vacancyResource: RecordResource<Vacancy> = {
  unknownCode: "unknownVacancy",
  parse: parseVacancy,
  mask: maskVacancy,
  writerOf: ({ writers }) => writers.vacancies,
  put: putVacancies,
  isVisible: ({ units: own }, units) => isVacancyVisible(own ?? null, units),
};

/** A record that was stored, and what was masked in it. */
export interface StoredOutcome {
  readonly written: WrittenRecord;
  readonly masked: readonly MaskedField[];
}

type RecordRequest<Body> = Pick<
  RouteRequest<{ readonly id: string }, unknown, Body>,
  "path" | "body" | "context" | "services"
>;

/** Stores a record as the sender has it, if its version is newer and `If-Match` holds. */
export async function putRecord<Body extends Identified>(
  resource: RecordResource<Body>,
  { path: { id }, body, context, services }: RecordRequest<Body>,
): Promise<StoredOutcome> {
  const { units } = context.asker;
  const { record, masked } = acceptedRecord(resource, body, { id, units });
  const change = (stored: StoredHead<Body> | undefined) => {
    checkVersion(context.condition, stored?.version);
    return record;
  };
  const written = await resource.writerOf(services).change({ id, units, change });
  return { written, masked };
}

/** Changes some fields of a record by a merge patch. A patch without a version makes the next one. */
export async function patchRecord<Body extends Identified>(
  resource: RecordResource<Body>,
  { path: { id }, body: patch, context, services }: RecordRequest<object>,
): Promise<StoredOutcome> {
  const { units } = context.asker;
  let masked: readonly MaskedField[] = [];
  const change = (stored: StoredHead<Body> | undefined) => {
    if (stored === undefined) throw unknownRecord(resource.unknownCode, id);
    checkVersion(context.condition, stored.version);
    const parsed = resource.parse(mergePatch(stored.body, { version: stored.version + 1, ...patch }));
    if (!parsed.ok) throw invalidRequest(parsed.problems);
    const accepted = acceptedRecord(resource, parsed.value, { id, units });
    masked = accepted.masked;
    return accepted.record;
  };
  const written = await resource.writerOf(services).change({ id, units, change });
  return { written, masked };
}

/** The record with personal data in its texts masked, if it may be stored under the id by somebody with these units. */
function acceptedRecord<Body extends Identified>(
  resource: RecordResource<Body>,
  body: Body,
  { id, units }: { readonly id: string; readonly units: VisibleUnits },
): MaskedRecord<Body> {
  if (body.id !== id)
    throw invalidRequest([{ code: "invalidField", field: "id", message: "expected the id of the address" }]);
  const refusal = beyondUnits(resource, body, units);
  if (refusal !== undefined) throw new JobbmatchError(refusal);
  const { record, masked } = resource.mask(body);
  if (masked.length === 0) return { record, masked };
  // A mask can be longer than what it hides, so the limits are checked once more.
  const checked = resource.parse(record);
  if (!checked.ok) throw invalidRequest(checked.problems);
  return { record: checked.value, masked };
}

/** The problem of a record that its sender could not see. */
export function beyondUnits<Body extends Identified>(
  resource: RecordResource<Body>,
  record: Body,
  units: VisibleUnits,
): Problem | undefined {
  if (resource.isVisible(record, units)) return undefined;
  const message = "the key may not write for that unit";
  return { code: "forbidden", id: record.id, field: "unit", message };
}

/** Somebody of another unit is answered like somebody who does not exist. */
export function unknownRecord(code: "unknownParticipant" | "unknownVacancy", id: string): JobbmatchError {
  const what = code === "unknownParticipant" ? "participant" : "vacancy";
  return new JobbmatchError({ code, id, message: `there is no such ${what}` });
}
