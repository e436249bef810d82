import { JobbmatchError } from "@jobbmatch/shared";

/** What `If-Match` demands: nothing, that the thing exists, or one of some versions. */
export type VersionCondition =
  | { readonly kind: "none" }
  | { readonly kind: "exists" }
  | { readonly kind: "versions"; readonly versions: readonly number[] };

const tag = /^(?:W\/)?"([^"]*)"$/;
const strongVersion = /^"(0|[1-9]\d{0,15})"$/;

/** The entity tag of a version. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * Reads `If-Match`. Tags that are no versions of ours, and weak ones, match nothing.
 *
 * @throws JobbmatchError `invalidRequest` when the header is not a list of entity tags.
 */
export function readVersionCondition(header: string | undefined): VersionCondition {
  if (header === undefined) return { kind: "none" };
  if (header.trim() === "*") return { kind: "exists" };
  const tags = header.split(",").map((each) => each.trim());
  if (!tags.every((each) => tag.test(each)))
    throw new JobbmatchError({
      code: "invalidRequest",
      field: "If-Match",
      message: 'expected entity tags such as "5", or *',
    });
  const versions = tags.flatMap((each) => strongVersion.exec(each)?.[1] ?? []).map(Number);
  return { kind: "versions", versions };
}

/**
 * Compares with what is stored.
 *
 * @param stored the stored version, or `undefined` if there is nothing.
 * @throws JobbmatchError `preconditionFailed`.
 */
export function checkVersion(condition: VersionCondition, stored: number | undefined): void {
  const holds =
    condition.kind === "none" ||
    (stored !== undefined && (condition.kind === "exists" || condition.versions.includes(stored)));
  if (!holds)
    throw new JobbmatchError({
      code: "preconditionFailed",
      field: "If-Match",
      message: "the stored version is another one",
    });
}
