import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { migrate } from "../../src/storage/migrations/migrate.ts";
import { describeInEveryMode } from "../servers/describe-in-every-mode.ts";
import { dumpSchema } from "./dump-schema.ts";
import { databaseModes, openDuringTests } from "./test-storage.ts";

const dump = fileURLToPath(new URL("../../src/storage/schema.sql", import.meta.url));

describeInEveryMode(
  "schema",
  (servers) => {
    const storage = openDuringTests(servers);

    it("is what the dump in the repository says (renew it with --update)", async () => {
      await expect(await dumpSchema(storage().database)).toMatchFileSnapshot(dump);
    });

    it("is migrated once, whoever else starts at the same time", async () => {
      const { database } = storage();
      await Promise.all([migrate(database), migrate(database), migrate(database)]);
      const { rows } = await database.query<{ name: string }>(
        "SELECT name FROM schema_migrations ORDER BY name",
      );
      expect(rows[0]?.name).toBe("0001_initial.sql");
    });

    it("refuses a database whose migrations were others", async () => {
      const { database } = storage();
      const alter =
        "UPDATE schema_migrations SET checksum = reverse(checksum) WHERE name = '0001_initial.sql'";
      await database.query(alter);
      await expect(migrate(database)).rejects.toMatchObject({ code: "conflict" });
      await database.query(alter);
      await database.query("INSERT INTO schema_migrations (name, checksum) VALUES ('9999_future.sql', '')");
      await expect(migrate(database)).rejects.toMatchObject({ code: "conflict" });
      await database.query("DELETE FROM schema_migrations WHERE name = '9999_future.sql'");
      await migrate(database);
    });
  },
  { modes: databaseModes },
);
