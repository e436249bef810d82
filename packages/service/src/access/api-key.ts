/** What a key may do. `matcher`: a person who matches; `app`: another system; `admin`: who runs the service. */
export const roles = ["matcher", "app", "admin"] as const;
export type Role = (typeof roles)[number];

/** An API key as it is listed; the secret is nowhere. */
export interface ApiKey {
  readonly id: string;
  /** What the key is for, as its maker wrote it. */
  readonly name: string;
  readonly role: Role;
  /** Units whose people the key may see; `null`: all. */
  readonly units: readonly string[] | null;
  /** ISO times. */
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Whether a key may be used at a time. */
export function isUsable(
  { expiresAt, revokedAt }: Pick<ApiKey, "expiresAt" | "revokedAt">,
  now: Date = new Date(),
): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now.getTime());
}
