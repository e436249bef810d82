import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Embedder, Matcher } from "@jobbmatch/matcher";
import { municipalities } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";

const seed = 20_261_123;

/** The participants and vacancies of one benchmark. */
export interface Population {
  readonly participants: number;
  readonly vacancies: number;
  /** All in one municipality, where rules about distance spare the most; or spread evenly over all of Sweden's. */
  readonly where: "oneMunicipality" | "country";
}

export interface Fixture {
  /** The matcher's snapshot. */
  readonly file: string;
  /** Seconds that it took to make, from nothing; `undefined` where it was there already. */
  readonly made: { readonly seconds: number; readonly saveSeconds: number } | undefined;
}

/** A snapshot with that population, from the cache or made anew and put there. */
export async function snapshotOf(
  population: Population,
  embedder: Embedder,
  { cache, log }: { cache: string; log: (line: string) => void },
): Promise<Fixture> {
  const { participants, vacancies, where } = population;
  const model = embedder.modelId.replaceAll(/[^\w.-]/gu, "_");
  const file = join(cache, `${where}-${participants}x${vacancies}-${model}.snapshot`);
  if (existsSync(file) && (await canBeOpened(file, embedder))) return { file, made: undefined };
  mkdirSync(cache, { recursive: true });
  const start = performance.now();
  const matcher = await Matcher.create({ embedder });
  const onProgress = ({ read }: { readonly read: number }) => {
    if (read % 25_600 === 0) log(`  ${read.toLocaleString("en")} read`);
  };
  await matcher.upsertParticipants(participantsOf(population), { onProgress });
  await matcher.upsertVacancies(vacanciesOf(population), { onProgress });
  const seconds = (performance.now() - start) / 1000;
  const saveStart = performance.now();
  await matcher.save(file);
  matcher.close();
  return { file, made: { seconds, saveSeconds: (performance.now() - saveStart) / 1000 } };
}

/** A snapshot of another format is made anew. */
async function canBeOpened(file: string, embedder: Embedder): Promise<boolean> {
  try {
    (await Matcher.open(file, { embedder })).close();
    return true;
  } catch {
    return false;
  }
}

function* participantsOf({ participants, where }: Population) {
  for (const { count, first, municipality } of shares(participants, where)) {
    yield* generateParticipants({ seed, count, first, municipality });
  }
}

function* vacanciesOf({ vacancies, where }: Population) {
  for (const { count, first, municipality } of shares(vacancies, where)) {
    yield* generateVacancies({ seed, count, first, municipality });
  }
}

interface Share {
  readonly municipality: string;
  readonly first: number;
  readonly count: number;
}

function shares(total: number, where: Population["where"]): Share[] {
  if (where === "oneMunicipality") return [{ municipality: "1490", first: 0, count: total }];
  return municipalities.map(({ code }, index) => {
    const first = Math.floor((index * total) / municipalities.length);
    const next = Math.floor(((index + 1) * total) / municipalities.length);
    return { municipality: code, first, count: next - first };
  });
}
