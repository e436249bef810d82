/** Something that somebody did or looked at, as the audit log keeps it: ids and codes only. */
export interface NewAuditEntry {
  /** Id of the API key. */
  readonly keyId: string;
  /** Such as `participant.read`. */
  readonly action: string;
  /** What kind of thing it concerns, and which one. */
  readonly entity?: string | null | undefined;
  readonly entityId?: string | null | undefined;
  /** The unit that it concerns; absent: none, or several. */
  readonly unit?: string | null | undefined;
  /** Why, as a code of the asker's. */
  readonly reason?: string | null | undefined;
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

export interface AuditEntry {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly keyId: string;
  readonly action: string;
  readonly entity: string | null;
  readonly entityId: string | null;
  readonly unit: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
