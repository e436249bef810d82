import { mkdir } from "node:fs/promises";
import type { Config } from "../../../config/config.ts";
import type { Database } from "../../../storage/database.ts";
import { publishedAddress } from "../../../storage/embedded/folder-lock.ts";
import { isMigrated } from "../../../storage/migrations/migrate.ts";
import { embeddedFolder } from "../../../storage/open-storage.ts";
import { openPostgres } from "../../../storage/postgres-database.ts";
import { type Check, type Finding, good, same } from "./check.ts";

/** The least version of PostgreSQL, as `server_version_num` writes it. */
const leastVersion = 130_000;

/** Whether the database is there, new enough, and of this program's version. Changes nothing. */
export const databaseCheck: Check = {
  name: { sv: "Databas", en: "Database" },
  async run(config) {
    const url = config.databaseUrl ?? (await publishedAddress(embeddedFolder(config)));
    return url === undefined ? checkFolder(config) : checkServer(url);
  },
};

/** No service has the embedded database open, and opening it would change it. */
async function checkFolder({ dataFolder }: Config): Promise<Finding> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  } catch {
    return { state: "bad", found: same(dataFolder), advice: notWritable };
  }
  return good({
    sv: `inbyggd, i ${dataFolder}; tjänsten är inte igång`,
    en: `embedded, in ${dataFolder}; the service is not running`,
  });
}

async function checkServer(url: string): Promise<Finding> {
  const database = openPostgres({ url, connections: 1 });
  try {
    return await askServer(database);
  } catch {
    return { state: "bad", found: { sv: "svarar inte", en: "does not answer" }, advice: notReached };
  } finally {
    await database.close();
  }
}

async function askServer(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ version: string; number: number }>(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number",
  );
  const { version = "?", number = 0 } = rows[0] ?? {};
  const found = same(`PostgreSQL ${version}`);
  if (number < leastVersion) return { state: "bad", found, advice: tooOld };
  return (await isMigrated(database)) ? good(found) : { state: "warning", found, advice: notMigrated };
}

const notWritable = {
  sv: "Mappen kan inte skapas eller skrivas: rätta rättigheterna eller sätt JOBBMATCH_DATA.",
  en: "The folder cannot be made or written: correct its permissions or set JOBBMATCH_DATA.",
};
const notReached = {
  sv: "Se till att servern är igång och att adress, användare och lösenord i DATABASE_URL stämmer.",
  en: "See that the server runs, and that address, user and password in DATABASE_URL are right.",
};
const tooOld = { sv: "Uppgradera till PostgreSQL 13 eller nyare.", en: "Upgrade to PostgreSQL 13 or newer." };
const notMigrated = {
  sv: "Tabellerna är inte av den här versionen: de uppdateras när tjänsten startar. Är databasen nyare, uppdatera programmet.",
  en: "The tables are not of this version: they are updated when the service starts. If the database is newer, update the program.",
};
