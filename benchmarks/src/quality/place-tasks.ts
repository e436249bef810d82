import { readFile } from "node:fs/promises";
import { participantFacets, vacancyParts } from "@jobbmatch/matcher";
import {
  type Participant,
  parseParticipant,
  parseVacancy,
  type Result,
  type Vacancy,
} from "@jobbmatch/shared";
import { sampleParticipantsFile, sampleVacanciesFile } from "@jobbmatch/test-data";
import type { Document, Query, Task } from "./task.ts";

/**
 * Places of the generated municipality and the people who have worked in the same SSYK-4 group, found by text alone:
 * once as the place is given, once without its occupation.
 */
export async function placeTasks(): Promise<Task[]> {
  const people = await readRecords(sampleParticipantsFile, parseParticipant);
  const places = (await readRecords(sampleVacanciesFile, parseVacancy)).filter(
    ({ occupation }) => occupation?.ssyk !== undefined,
  );
  const documents = people.map(documentOf).filter(({ texts }) => texts.length > 0);
  const relevant = new Map(places.map((place) => [place.id, workedInGroup(people, place)]));
  return [
    { name: "places → people", queries: places.map(queryOf), documents, relevant },
    {
      name: "places without occupation → people",
      queries: places.map(({ occupation: _hidden, ...place }) => queryOf(place)),
      documents,
      relevant,
    },
  ];
}

async function readRecords<Value>(file: string, parse: (json: unknown) => Result<Value>): Promise<Value[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.flatMap((line) => {
    const parsed = parse(JSON.parse(line));
    return parsed.ok ? [parsed.value] : [];
  });
}

function documentOf(participant: Participant): Document {
  const facets = participantFacets(participant).filter(({ kind }) => kind === "experience");
  return { id: participant.id, texts: facets.map(({ parts }) => parts.map(({ text }) => text).join(". ")) };
}

function queryOf(place: Vacancy): Query {
  const { id, title, occupation, skills, description } = place;
  const texts = [title, occupation?.text, ...(skills?.must ?? []), ...(skills?.nice ?? []), description];
  return {
    id,
    text: texts.filter((text) => text !== undefined).join(". "),
    ad: { headline: title, parts: vacancyParts(place) },
  };
}

function workedInGroup(people: readonly Participant[], { occupation }: Vacancy): Map<string, number> {
  const worked = people.filter(({ experiences = [] }) =>
    experiences.some(({ ssyk }) => ssyk !== undefined && ssyk === occupation?.ssyk),
  );
  return new Map(worked.map(({ id }) => [id, 1]));
}
