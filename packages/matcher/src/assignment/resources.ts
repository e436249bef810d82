import type { AssignmentPlace } from "./assignment-input.ts";

/** What can run out. */
export type ResourceKind = "seats" | "hours" | "supervisors";

/** What the places have of everything that can run out. */
export interface Resources {
  readonly names: readonly string[];
  readonly kinds: readonly ResourceKind[];
  readonly capacity: Float64Array;
  /** For each place the resource of its shared hours, if any. */
  readonly hours: readonly (number | undefined)[];
  /** For each place the resource of its employer's supervisors, if limited. */
  readonly supervisors: readonly (number | undefined)[];
}

/** Numbers the resources: first the seats of every place, in order, then shared hours, then supervisors. */
export function resourcesOf(
  places: readonly AssignmentPlace[],
  supervisorCapacity: Readonly<Record<string, number>>,
): Resources {
  const names = places.map(({ id }) => `seats ${id}`);
  const kinds: ResourceKind[] = places.map(() => "seats");
  const capacity = places.map(({ seats }) => seats);
  const add = (kind: ResourceKind, owner: string, amount: number) => {
    capacity.push(amount);
    kinds.push(kind);
    return names.push(`${kind} ${owner}`) - 1;
  };
  const hours = places.map(({ id, partTime }) =>
    partTime?.sharedHours === undefined ? undefined : add("hours", id, partTime.sharedHours),
  );
  const byEmployer = new Map<string, number>();
  for (const { employer } of places) {
    const limit = Object.hasOwn(supervisorCapacity, employer) ? supervisorCapacity[employer] : undefined;
    if (limit !== undefined && !byEmployer.has(employer))
      byEmployer.set(employer, add("supervisors", employer, limit));
  }
  const supervisors = places.map(({ employer }) => byEmployer.get(employer));
  return { names, kinds, capacity: Float64Array.from(capacity), hours, supervisors };
}
