import type { Refreshed } from "./refresh-shortlists.ts";
import type { UnitLists } from "./unit-lists.ts";

/** A unit, locked. */
export interface UnitRevision {
  readonly unit: string;
  /** As `lockUnit` told it. */
  readonly revision: number;
}

/**
 * What this process knows of the units' shortlists, so that not all of them are read again for each change. Whoever writes
 * lists of a unit raises its revision, so a process notices whether another one has written since.
 */
export class KnownLists {
  readonly #units = new Map<string, { readonly revision: number; readonly lists: UnitLists }>();

  /**
   * The lists as they are while the unit is locked; `undefined` when somebody else has written since they were known. None is
   * to be changed: the transaction may fail.
   */
  current({ unit, revision }: UnitRevision): UnitLists | undefined {
    const known = this.#units.get(unit);
    return known?.revision === revision - 1 ? known.lists : undefined;
  }

  /**
   * Notes what was written with the lock held, once that is committed.
   *
   * @param lists as they were before.
   */
  keep({ unit, revision }: UnitRevision, lists: UnitLists, { stored, removed }: Refreshed): void {
    for (const list of stored.values()) lists.set(list);
    for (const vacancy of removed) lists.delete(vacancy);
    this.#units.set(unit, { revision, lists });
  }
}
