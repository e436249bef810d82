import { today } from "@jobbmatch/matcher";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";

const seed = 20_261_123;
/** Bytes that are sent at once. */
const chunkSize = 65_536;

/** Generated records as JSON Lines, ready to be sent, and the ids of the vacancies. */
export interface Population {
  readonly participants: readonly Buffer[];
  readonly vacancies: readonly Buffer[];
  readonly vacancyIds: readonly string[];
  /** Those that begin or end on some day, so that people must be available then. */
  readonly datedIds: ReadonlySet<string>;
}

/** As of today, so that no deadline has passed. */
export function generatePopulation(participants: number, vacancies: number): Population {
  const places = [...generateVacancies({ seed, count: vacancies, today: today() })];
  return {
    participants: chunksOf(generateParticipants({ seed, count: participants, today: today() })),
    vacancies: chunksOf(places),
    vacancyIds: places.map(({ id }) => id),
    datedIds: new Set(
      places.flatMap(({ id, start, end }) => (start === undefined && end === undefined ? [] : [id])),
    ),
  };
}

function chunksOf(records: Iterable<object>): Buffer[] {
  const chunks: Buffer[] = [];
  let lines = "";
  for (const record of records) {
    lines += `${JSON.stringify(record)}\n`;
    if (lines.length < chunkSize) continue;
    chunks.push(Buffer.from(lines));
    lines = "";
  }
  return [...chunks, Buffer.from(lines)];
}
