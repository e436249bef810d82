import type { ApiKey, Role } from "../../access/api-key.ts";

/** Columns of an API key without its hash. */
export const keyColumns = "id, name, role, units, created_at, expires_at, revoked_at";

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly units: readonly string[] | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

export function keyOf({ id, name, role, units, created_at, expires_at, revoked_at }: KeyRow): ApiKey {
  return { id, name, role, units, createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at };
}
