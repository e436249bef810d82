import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Candidate, today } from "@jobbmatch/matcher";
import { parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies, sampleOptions } from "@jobbmatch/test-data";
import { KeyAuthenticator } from "../../access/key-authenticator.ts";
import { createKey } from "../../access/keys.ts";
import type { RunningService } from "../../runtime.ts";
import type { Database } from "../../storage/database.ts";
import { listVacancies } from "../../storage/queries/list-vacancies.ts";
import { readBacklogSize } from "../../storage/queries/read-backlog-size.ts";
import { readHead } from "../../storage/queries/read-head.ts";
import { putParticipants, putVacancies } from "../../storage/records/put-records.ts";
import type { CommandContext } from "./context.ts";

/** Milliseconds that index and shortlists may take to follow the loading. */
const patience = 120_000;
const pollInterval = 100;
const lineBreak = " \\\n  ";

/** Loads the demo municipality into an empty database, and prints a key and three requests that work when pasted. */
export async function showDemo(context: CommandContext, service: RunningService): Promise<void> {
  const { database, replica, config, url = "" } = service;
  if ((await readHead(database)) === 0) {
    context.tell(context.text(loading));
    await loadDemo(database);
  }
  await replica.waitFor(await readHead(database), patience);
  await untilShortlistsFollow(database);
  const token = await demoToken(database, config.dataFolder);
  const vacancies = await listVacancies(database, { after: "", limit: sampleOptions.vacancies, units: null });
  const tour = chooseTour(
    service,
    vacancies.map(({ body }) => body),
  );
  context.write(`\n${context.text(key)} ${token}\n${context.text(documentation)} ${url}/docs\n`);
  if (tour !== undefined) context.write(requestsOf(context, { url, token, ...tour }));
}

/** So that the third request shows what the second did, not what the loading does. */
async function untilShortlistsFollow(database: Database): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline && (await readBacklogSize(database)).changes > 0) await sleep(pollInterval);
}

/** People and places as of today, so that no deadline has passed. */
async function loadDemo(database: Database): Promise<void> {
  const { seed } = sampleOptions;
  const people = [...generateParticipants({ seed, count: sampleOptions.participants, today: today() })];
  const places = [...generateVacancies({ seed, count: sampleOptions.vacancies, today: today() })].flatMap(
    (place) => {
      const parsed = parseVacancy(place);
      return parsed.ok ? [parsed.value] : [];
    },
  );
  await database.transaction(async (transaction) => {
    await putParticipants(transaction, { records: people, units: null });
    await putVacancies(transaction, { records: places, units: null });
  });
}

/** The demo's key is kept in a file of its own, since the database knows only its hash. */
async function demoToken(database: Database, dataFolder: string): Promise<string> {
  const file = join(dataFolder, "demo-key");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if ((await new KeyAuthenticator(database).authenticate(known)) !== undefined) return known;
  const { token } = await createKey(database, { name: "Demo", role: "admin", units: null, expiresAt: null });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return token;
}

interface Tour {
  readonly vacancy: string;
  readonly participant: string;
  readonly placementType: string;
}

/** A place, and somebody whom only a missing decision on eligibility keeps from its list. */
function chooseTour({ replica }: RunningService, vacancies: readonly Vacancy[]): Tour | undefined {
  for (const { id, status, placementType } of vacancies) {
    if (status !== "open" || placementType === undefined) continue;
    const { candidates, nearMisses } = replica.matcher.topCandidates(id, { limit: 20, nearMisses: 20 });
    const near = nearMisses.find(
      (miss) => isKeptOutBy(miss, "eligibility") && miss.score > (candidates.at(-1)?.score ?? 0),
    );
    if (near !== undefined && candidates.length > 2)
      return { vacancy: id, participant: near.participant, placementType };
  }
  return undefined;
}

function isKeptOutBy({ rules }: Candidate, rule: string): boolean {
  const failed = rules.filter(({ outcome }) => outcome === "fail");
  return failed.length > 0 && failed.every((each) => each.rule === rule);
}

function requestsOf(
  { text }: CommandContext,
  {
    url,
    token,
    vacancy,
    participant,
    placementType,
  }: Tour & { readonly url: string; readonly token: string },
): string {
  const header = `-H "Authorization: Bearer ${token}"`;
  const patch = JSON.stringify({ eligibility: [{ placementType }] });
  const change = [
    `curl -s -X PATCH ${header}`,
    `-H "Content-Type: application/merge-patch+json" -d '${patch}'`,
    `"${url}/v1/participants/${participant}"`,
  ];
  return [
    `${text(first)}\ncurl -s ${header}${lineBreak}"${url}/v1/vacancies/${vacancy}/candidates?limit=3"`,
    `${text(second)}\n${change.join(lineBreak)}`,
    `${text(third)}\ncurl -s ${header}${lineBreak}"${url}/v1/vacancies/${vacancy}/shortlist/history?limit=1"`,
    text(end),
  ].join("\n\n");
}

const loading = {
  sv: "Läser in demokommunen (500 påhittade personer, 60 platser) …",
  en: "Loading the demo municipality (500 invented people, 60 places) …",
};
const key = { sv: "API-nyckel för demon:", en: "API key of the demo:" };
const documentation = { sv: "Dokumentation:", en: "Documentation:" };
const first = { sv: "# 1. Vem passar platsen?", en: "# 1. Who fits the place?" };
const second = {
  sv: "# 2. Någon får ett beslut som saknades.",
  en: "# 2. Somebody gets a decision that was missing.",
};
const third = { sv: "# 3. Kandidatlistan har ändrats.", en: "# 3. The shortlist has changed." };
const end = { sv: "Avsluta med Ctrl-C.", en: "Stop with Ctrl-C." };
