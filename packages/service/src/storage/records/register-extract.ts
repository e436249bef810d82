import { JobbmatchError, type Participant } from "@jobbmatch/shared";
import type { AuditEntry } from "../audit.ts";
import type { Queryable } from "../database.ts";
import type { StoredDecision } from "../decision.ts";
import { listAudit } from "../queries/list-audit.ts";
import { listDecisions } from "../queries/list-decisions.ts";
import { listShortlistsWith } from "../queries/list-shortlists-with.ts";
import { readParticipant } from "../queries/read-participant.ts";
import type { ShortlistEntry } from "../shortlist.ts";

/** Everything that is stored about one person (*registerutdrag*). */
export interface RegisterExtract {
  readonly participant: Participant;
  /** ISO time of the last change. */
  readonly updatedAt: string;
  /** Where the person stands on shortlists now; nobody else who is on them. */
  readonly shortlists: readonly { readonly vacancy: string; readonly entry: ShortlistEntry }[];
  readonly decisions: readonly StoredDecision[];
  /** Who looked at the person, the newest first; without details, which may name others. */
  readonly audit: readonly Omit<AuditEntry, "details">[];
}

const mostRows = 100_000;

/**
 * Gathers everything that is stored about a person.
 *
 * @throws JobbmatchError `unknownParticipant`.
 */
export async function registerExtract(client: Queryable, id: string): Promise<RegisterExtract> {
  const stored = await readParticipant(client, { id, units: null });
  if (stored === undefined)
    throw new JobbmatchError({ code: "unknownParticipant", id, message: "there is no such participant" });
  const lists = await listShortlistsWith(client, id);
  const audit = await listAudit(client, { participant: id, units: null, before: null, limit: mostRows });
  return {
    participant: stored.body,
    updatedAt: stored.updatedAt,
    shortlists: lists.flatMap(({ vacancy, entries, nearMisses }) =>
      [...entries, ...nearMisses].flatMap((entry) => (entry.participant === id ? [{ vacancy, entry }] : [])),
    ),
    decisions: await listDecisions(client, { participant: id, units: null, limit: mostRows }),
    audit: audit.map(({ details: _details, ...entry }) => entry),
  };
}
