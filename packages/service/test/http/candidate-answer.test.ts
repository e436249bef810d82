import { type Embedder, Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import { type Participant, parseParticipant, parseVacancy, type Vacancy } from "@jobbmatch/shared";
import { generateParticipants, generateVacancies } from "@jobbmatch/test-data";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { candidateListOf } from "../../src/http/answers/assessment.ts";
import { type CandidateAnswer, candidateAnswer } from "../../src/http/candidate-answer.ts";
import { formerAnswer } from "../../src/http/candidates-for.ts";
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

  /** Writes over what was answered, so that words which are used again can be told from words which are made anew. */
  markWords(): void {
    for (const { people: told } of this.#former.values())
      told.json.write(told.json.toString().replaceAll('"score"', '"SCORE"'));
  }

  /** Each vacancy's answer as it is given, and as it would be if nothing had been asked before. */
  answers(): readonly { readonly given: string; readonly anew: string }[] {
    return places.map(({ id }) => {
      const request = { date, limit: 5, nearMisses: 3 };
      const [matcher, position] = [this.#matcher, this.#position];
      const former = formerAnswer(this.#former.get(id), id, { changes: this.#changes });
      const answer = candidateAnswer({ matcher, position, vacancy: id, request }, former);
      this.#former.set(id, answer);
      const list = matcher.topCandidates(id, request);
      const anew = JSON.stringify(candidateListOf(list, position));
      return { given: withoutPlan(`${answer.people.json}${answer.ending}`), anew: withoutPlan(anew) };
    });
  }
}

describe("an answer that uses what a former one said", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await TransformersEmbedder.create();
  });

  it("equals one that is put into words anew, whatever has changed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const scene = await Scene.begin(embedder);
        scene.answers();
        for (const each of changes) {
          await scene.change(each);
          for (const { given, anew } of scene.answers()) expect(given).toBe(anew);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("says of those who have not changed what it said before, and of nobody else", async () => {
    const scene = await Scene.begin(embedder);
    scene.answers();
    scene.markWords();
    const marked = ({ anew }: { readonly anew: string }) => anew.replaceAll('"score"', '"SCORE"');
    const unchanged = scene.answers();
    for (const answer of unchanged) expect(answer.given).toBe(marked(answer));
    const listed = unchanged.flatMap(({ anew }) => peopleIn(anew).map(({ participant }) => participant));
    const target = people.findIndex(({ id }) => id === listed[0]);
    await scene.change({ kind: "participant", target, source: target });
    for (const { given, anew } of scene.answers()) {
      const told = peopleIn(given);
      expect(told.map(({ participant }) => participant)).toEqual(
        peopleIn(anew).map(({ participant }) => participant),
      );
      for (const each of told) expect("SCORE" in each).toBe(each.participant !== listed[0]);
    }
  });

  it("says everything anew when the vacancy has changed", async () => {
    const scene = await Scene.begin(embedder);
    scene.answers();
    scene.markWords();
    for (let target = 0; target < places.length; target++)
      await scene.change({ kind: "vacancy", target, source: target });
    for (const { given, anew } of scene.answers()) expect(given).toBe(anew);
  });
});

/** How a list was found depends on what was asked before. */
function withoutPlan(answer: string): string {
  return answer.replace(/"plan":\{"kind":"\w+"/, '"plan":{"kind":"any"');
}

function peopleIn(answer: string): readonly { readonly participant: string }[] {
  const { candidates, nearMisses } = JSON.parse(answer);
  return [...candidates, ...nearMisses];
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error("there is no such record");
  return item;
}
