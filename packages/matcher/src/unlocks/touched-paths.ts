import type { Participant } from "@jobbmatch/shared";
import type { ProfilePath } from "../rules/rule.ts";

/** Objects of a profile whose fields are told apart. */
const takenApart = ["availability", "commute"] as const;

/** The fields that differ between a profile and a changed copy of it, told by identity. */
export function touchedPaths(before: Participant, after: Participant): readonly ProfilePath[] {
  return differingKeys(before, after).flatMap((key) => {
    const part = takenApart.find((each) => each === key);
    if (part === undefined) return [key];
    const [old, changed] = [before[part], after[part]];
    if (old === undefined || changed === undefined) return [key];
    return differingKeys(old, changed).map((inner) => `${part}.${inner}` as ProfilePath);
  });
}

function differingKeys<Value extends object>(before: Value, after: Value): (keyof Value)[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Value>;
  return [...keys].filter((key) => before[key] !== after[key]);
}

/** Whether some path of one list is the same as, around or inside one of the other list. */
export function overlap(paths: readonly ProfilePath[], others: readonly ProfilePath[]): boolean {
  return paths.some((path) =>
    others.some((other) => path === other || path.startsWith(`${other}.`) || other.startsWith(`${path}.`)),
  );
}
