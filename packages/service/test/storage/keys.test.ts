import { expect, it } from "vitest";
import { KeyAuthenticator } from "../../src/access/key-authenticator.ts";
import { createKey, rotateKey } from "../../src/access/keys.ts";
import { claimIdempotencyKey } from "../../src/storage/queries/claim-idempotency-key.ts";
import { expireKey } from "../../src/storage/queries/expire-key.ts";
import { listKeys } from "../../src/storage/queries/list-keys.ts";
import { revokeKey } from "../../src/storage/queries/revoke-key.ts";
import { saveIdempotentAnswer } from "../../src/storage/queries/save-idempotent-answer.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

const fields = { name: "Test", role: "matcher", units: ["north"], expiresAt: null } as const;

describeInEveryMode(
  "keys",
  (servers) => {
    const storage = openDuringTests(servers);
    /** Without what another one remembers. */
    const authenticate = (token: string) => new KeyAuthenticator(storage().database).authenticate(token);

    it("knows a key by its token, and stores no secret", async () => {
      const { database } = storage();
      const { key, token } = await createKey(database, fields);
      expect(await authenticate(token)).toEqual({ keyId: key.id, role: "matcher", units: ["north"] });
      const { rows } = await database.query<{ text: string }>("SELECT api_keys::text AS text FROM api_keys");
      const secret = token.split("_").slice(2).join("_");
      for (const { text } of rows) expect(text).not.toContain(secret);
    });

    it("refuses what is no token, unknown, or wrong in one character", async () => {
      const { token } = await createKey(storage().database, fields);
      const wrong = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
      const unknown = token.replace(/^jm_.{12}/, "jm_aaaaaaaaaaaa");
      for (const refused of ["", "jm_", "Bearer x", wrong, unknown, `${token} `, `${token}'--`])
        expect(await authenticate(refused)).toBeUndefined();
    });

    it("refuses a key that is revoked or expired", async () => {
      const { database } = storage();
      const [revoked, expired] = [await createKey(database, fields), await createKey(database, fields)];
      expect(await revokeKey(database, revoked.key.id)).toBe(true);
      expect(await revokeKey(database, revoked.key.id)).toBe(false);
      await expireKey(database, { id: expired.key.id, seconds: -1 });
      expect(await authenticate(revoked.token)).toBeUndefined();
      expect(await authenticate(expired.token)).toBeUndefined();
    });

    it("rotates: a new key may do the same, and the old one goes on for a while", async () => {
      const { database } = storage();
      const old = await createKey(database, fields);
      const rotate = (graceSeconds: number) =>
        database.transaction((transaction) => rotateKey(transaction, { id: old.key.id, graceSeconds }));
      const { key, token } = await rotate(3600);
      expect(await authenticate(token)).toEqual({ keyId: key.id, role: "matcher", units: ["north"] });
      expect(await authenticate(old.token)).toBeDefined();
      await rotate(-1);
      expect(await authenticate(old.token)).toBeUndefined();
      await expect(rotate(0)).rejects.toMatchObject({ code: "unknownResource" });
    });

    it("lists keys page by page", async () => {
      const { database } = storage();
      const all = await listKeys(database);
      const after = all[0]?.id ?? "";
      expect(await listKeys(database, { after, limit: 1 })).toEqual(all.slice(1, 2));
    });

    it("does a request once however often it is sent with an idempotency key", async () => {
      const { database } = storage();
      const request = { key: "k1", keyId: "a", requestHash: "h" };
      const claims = await Promise.all(
        Array.from({ length: 5 }, () => claimIdempotencyKey(database, request)),
      );
      expect(claims.map(({ kind }) => kind).sort()).toEqual([
        "new",
        "running",
        "running",
        "running",
        "running",
      ]);
      expect(await claimIdempotencyKey(database, { ...request, keyId: "b" })).toEqual({ kind: "new" });
      await saveIdempotentAnswer(database, { ...request, status: 201, response: { id: 1 } });
      const again = await claimIdempotencyKey(database, request);
      expect(again).toEqual({ kind: "answered", status: 201, response: { id: 1 } });
      const other = await claimIdempotencyKey(database, { ...request, requestHash: "i" });
      expect(other).toEqual({ kind: "conflict" });
    });

    it("takes over from a request that died", async () => {
      const { database } = storage();
      const request = { key: "k2", keyId: "a", requestHash: "h" };
      await claimIdempotencyKey(database, request);
      await database.query("UPDATE idempotency_keys SET at = now() - interval '1 hour' WHERE key = 'k2'");
      expect(await claimIdempotencyKey(database, request)).toEqual({ kind: "new" });
      expect(await claimIdempotencyKey(database, request)).toEqual({ kind: "running" });
    });
  },
  { modes: databaseModes },
);
