import { type Embedder, Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import { type Participant, parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { candidateListOf } from "../../src/http/answers/assessment.ts";
import {
  type CandidateAnswer,
  candidateAnswer,
  type WordedAssessment,
} from "../../src/http/candidate-answer.ts";
import { unchangedSince } from "../../src/http/candidates-for.ts";
import { RecordPositions } from "../../src/index-replica/record-positions.ts";

const date = "2026-03-02";
const people = [...generateParticipants({ seed: 3, count: 60, today: date })].map(
  (each): Participant => parsed(parseParticipant(each)),
);
const places = [...generateVacancies({ seed: 3, count: 5, today: date })].map(
  (each): Vacancy => parsed(parseVacancy(each)),
);

function parsed<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  if (!result.ok) throw new Error("a generated record is not valid");
  return result.value;
}

/** Somebody gets another one's profile, somebody is removed, a vacancy gets another one's demands. */
type Change = { readonly kind: string; readonly target: number; readonly source: number };
const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("participant", "participant", "removal", "vacancy"),
  target: fc.nat(39),
  source: fc.nat(59),
});

/** An index that changes, and what was answered before. */
class Scene {
  readonly #matcher: Matcher;
  readonly #changes = new RecordPositions();
  readonly #former = new Map<string, CandidateAnswer>();
  #position = 1;
  /** How often a person's words were used again. */
  repeated = 0;

  private constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  static async begin(embedder: Embedder): Promise<Scene> {
    const matcher = await Matcher.create({ embedder });
    await matcher.upsertParticipants(people.slice(0, 40));
    await matcher.upsertVacancies(places);
    return new Scene(matcher);
  }

  async change({ kind, target, source }: Change): Promise<void> {
    this.#position += 1;
    const version = this.#position;
    const none = { present: [], removed: [] };
    const window = { participants: none, vacancies: none, position: this.#position, isLast: true };
    const { id } = at(people, target);
    if (kind === "removal") {
      this.#matcher.removeParticipants([id]);
      this.#changes.note({ ...window, participants: { present: [], removed: [id] } });
    } else if (kind === "participant") {
      const participant = { ...at(people, source), id, version };
      await this.#matcher.upsertParticipants([participant]);
      this.#changes.note({ ...window, participants: { present: [participant], removed: [] } });
    } else {
      const vacancy = { ...at(places, source % 5), id: at(places, target % 5).id, version };
      await this.#matcher.upsertVacancies([vacancy]);
      this.#changes.note({ ...window, vacancies: { present: [vacancy], removed: [] } });
    }
  }

  /** The same words, which count how often they are used. */
  #counted(known: ReadonlyMap<string, WordedAssessment>): ReadonlyMap<string, WordedAssessment> {
    const counted = ({ json, ...rest }: WordedAssessment): WordedAssessment => {
      const use = () => {
        this.repeated += 1;
        return json;
      };
      return {
        ...rest,
        get json() {
          return use();
        },
      };
    };
    return new Map([...known].map(([person, words]) => [person, counted(words)]));
  }

  /** Each vacancy's answer as it is given, and as it would be if nothing had been asked before. */
  answers(): readonly { readonly given: string; readonly anew: string }[] {
    return places.map(({ id }) => {
      const list = this.#matcher.topCandidates(id, { date, limit: 5, nearMisses: 3 });
      const former = this.#former.get(id);
      const known = unchangedSince(former, id, { changes: this.#changes });
      const answer = candidateAnswer(list, this.#position, this.#counted(known));
      this.#former.set(id, answer);
      return {
        given: answer.json.toString(),
        anew: JSON.stringify(candidateListOf(list, this.#position)),
      };
    });
  }
}

describe("an answer that uses what a former one said", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await TransformersEmbedder.create();
  });

  it("equals one that is put into words anew, whatever has changed, and repeats what has not", async () => {
    let repeated = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const scene = await Scene.begin(embedder);
        scene.answers();
        for (const each of changes) {
          await scene.change(each);
          for (const { given, anew } of scene.answers()) expect(given).toBe(anew);
        }
        repeated += scene.repeated;
      }),
      { numRuns: 12 },
    );
    expect(repeated).toBeGreaterThan(100);
  });
});

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("there is no such record");
  return item;
}
