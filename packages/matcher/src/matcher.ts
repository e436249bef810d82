import {
  JobbmatchError,
  maskParticipant,
  maskVacancy,
  type ParticipantInput,
  type PlacementTypeCatalogue,
  type Problem,
  parseParticipant,
  parseVacancy,
  type Vacancy,
  type VacancyInput,
} from "@jobbmatch/shared";
import { hasFreeSeats, isOpenToUnits, personOf, placeOf } from "./assignment/assignment-profiles.ts";
import type { AssignmentProposal } from "./assignment/assignment-proposal.ts";
import { completeNightRequest, type NightRequest } from "./assignment/assignment-request.ts";
import { matchedPairs, type NightInput } from "./assignment/matched-pairs.ts";
import { type AssignmentOptions, proposeAssignment } from "./assignment/propose-assignment.ts";
import { type RematchOptions, rematchInThreads, threadsOf } from "./batch/rematch.ts";
import type { Embedder } from "./embedding/embedder.ts";
import { type Assessment, assess } from "./explanation/assessment.ts";
import { type FairnessReport, fairnessReport, type ReportedProposal } from "./fairness/fairness-report.ts";
import { type HuntList, huntList } from "./hunt/hunt-list.ts";
import { type HuntRequest, huntRequest } from "./hunt/hunt-request.ts";
import { type Ladder, type LadderRequest, ladderLimits, ladderOf } from "./ladder/ladder.ts";
import { currentStep } from "./ladder/ladder-move.ts";
import { type QuestionRequest, questionRequest } from "./questions/question-request.ts";
import { questionsOfParticipant, questionsOfVacancy } from "./questions/questions.ts";
import { type PersonToAsk, questionsOfEverybody } from "./questions/questions-of-everybody.ts";
import type { TalliedQuestion } from "./questions/tally.ts";
import { completeWeights } from "./ranking/scorer.ts";
import {
  type CompleteMatchRequest,
  completeRequest,
  completeWith,
  contextOf,
  type MatchRequest,
} from "./request.ts";
import { Comparison } from "./retrieval/compare.ts";
import { PreparedVacancies } from "./retrieval/prepared-vacancies.ts";
import { scoreVacancies, type VacancyScore } from "./retrieval/score-vacancies.ts";
import {
  type CandidateList,
  isBeyondBorder,
  requirementsOf,
  type SearchIndex,
  topCandidates,
} from "./retrieval/top-candidates.ts";
import { topVacancies, type VacancyList } from "./retrieval/top-vacancies.ts";
import { builtInRules } from "./rules/built-in-rules.ts";
import type { Rule } from "./rules/rule.ts";
import { withPlacementTypes } from "./rules/with-placement-types.ts";
import { openStores, type Stores, saveStores } from "./snapshot/stores.ts";
import { ParticipantStore, participantTexts, type StoredParticipant } from "./store/participant-store.ts";
import { embedAll, type Source, type UpsertOptions, type UpsertReport, upsert } from "./store/upsert.ts";
import { type StoredVacancy, storedVacancy, VacancyStore, vacancyTexts } from "./store/vacancy-store.ts";
import { type ParticipantUnlocks, unlocksOfParticipant } from "./unlocks/participant-unlocks.ts";
import { completeUnlockRequest, type UnlockRequest } from "./unlocks/unlock-request.ts";
import { unlocksOfVacancy, type VacancyUnlocks } from "./unlocks/vacancy-unlocks.ts";
import { VectorStore } from "./vector-index/vector-store.ts";

export interface MatcherOptions {
  readonly embedder: Embedder;
  /** Rules of your own, applied after the built-in ones. */
  readonly rules?: readonly Rule[];
  /**
   * What holds for placement types and when, such as a municipality's own study share: see `parsePlacementTypes`.
   * @default the facts of `@jobbmatch/shared`
   */
  readonly placementTypes?: PlacementTypeCatalogue;
}

/**
 * Finds who fits an open place, and who would fit if one thing changed. Opens no socket, reads no environment and logs
 * nothing. What only the best of a list are asked for, such as whole profiles, lies in a snapshot or in a private
 * temporary file without a name; everything else is in memory.
 *
 * @example
 * const matcher = await Matcher.create({ embedder: await TransformersEmbedder.create() });
 * await matcher.upsertParticipants(participants);
 * await matcher.upsertVacancies(vacancies);
 * const { candidates, funnel, nearMisses } = matcher.topCandidates("vacancy-1", { limit: 10 });
 */
export class Matcher {
  readonly #embedder: Embedder;
  readonly #vectors: VectorStore;
  readonly #participants: ParticipantStore;
  readonly #vacancies: VacancyStore;
  readonly #prepared: PreparedVacancies;
  readonly #hasOwnRules: boolean;
  readonly #placementTypes: PlacementTypeCatalogue | undefined;
  #closeSnapshot: (() => void) | undefined;

  private constructor({ embedder, rules: ownRules = [], placementTypes }: MatcherOptions) {
    this.#hasOwnRules = ownRules.length > 0;
    this.#placementTypes = placementTypes;
    this.#embedder = embedder;
    this.#vectors = new VectorStore(embedder.dimensions);
    const rules = uniqueRules([...builtInRules, ...ownRules]).map((rule) =>
      placementTypes === undefined ? rule : withPlacementTypes(rule, placementTypes),
    );
    this.#participants = new ParticipantStore(rules, this.#vectors);
    this.#vacancies = new VacancyStore(this.#vectors);
    this.#prepared = new PreparedVacancies(this.#participants);
  }

  /** @throws JobbmatchError `invalidRule` when two rules have the same id. */
  static async create(options: MatcherOptions): Promise<Matcher> {
    return new Matcher(options);
  }

  /**
   * Opens what `save` wrote. The answers are the same as before.
   *
   * @throws JobbmatchError `snapshotNotFound`, `snapshotDamaged`, `snapshotUnsupported`, or `modelMismatch` when the
   * snapshot was made with another model than `options.embedder`.
   */
  static async open(file: string, options: MatcherOptions): Promise<Matcher> {
    const matcher = new Matcher(options);
    matcher.#closeSnapshot = await openStores(file, matcher.#stores, options.embedder);
    return matcher;
  }

  /**
   * Writes everything, as it is at the moment of the call, to one file, whole or not at all: an older file stays until
   * the new one is complete.
   */
  async save(file: string): Promise<void> {
    await saveStores(file, this.#stores, this.#embedder);
  }

  /** Lets go of the files that hold vectors and profiles; the matcher can't be used after it. */
  close(): void {
    this.#vectors.close();
    this.#participants.close();
    this.#vacancies.close();
    this.#closeSnapshot?.();
    this.#closeSnapshot = undefined;
  }

  get participantCount(): number {
    return this.#participants.size;
  }

  get vacancyCount(): number {
    return this.#vacancies.size;
  }

  /**
   * Checks, masks, embeds and stores participants; each is visible to the next query. A bad record is reported with
   * id, field and problem, and the rest go on. The source is read in chunks and never held whole.
   */
  upsertParticipants(source: Source<ParticipantInput>, options?: UpsertOptions): Promise<UpsertReport> {
    const intake = {
      parse: parseParticipant,
      mask: maskParticipant,
      textsOf: participantTexts,
      find: (id: string) => this.#participants.get(id)?.participant,
      put: this.#participants.put.bind(this.#participants),
    };
    return upsert(source, intake, this.#embedder, options);
  }

  /** As `upsertParticipants`, for vacancies. */
  upsertVacancies(source: Source<VacancyInput>, options?: UpsertOptions): Promise<UpsertReport> {
    const intake = {
      parse: parseVacancy,
      mask: maskVacancy,
      textsOf: vacancyTexts,
      find: (id: string) => this.#vacancies.get(id)?.vacancy,
      put: this.#vacancies.put.bind(this.#vacancies),
    };
    return upsert(source, intake, this.#embedder, options);
  }

  /** @returns how many of the participants were there. Nothing of them is kept. */
  removeParticipants(ids: Iterable<string>): number {
    return [...ids].filter((id) => this.#participants.remove(id)).length;
  }

  /** @returns how many of the vacancies were there. */
  removeVacancies(ids: Iterable<string>): number {
    return [...ids].filter((id) => this.#vacancies.remove(id)).length;
  }

  /**
   * The best participants for a stored vacancy.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  topCandidates(vacancyId: string, request?: MatchRequest): CandidateList {
    return topCandidates(this.#index, this.#vacancy(vacancyId), completeRequest(request));
  }

  /**
   * The best participants for a vacancy that is not stored, and is not stored by this.
   *
   * @throws JobbmatchError with the problems of the vacancy, or `invalidRequest`.
   */
  async match(vacancy: VacancyInput, request?: MatchRequest): Promise<CandidateList> {
    return topCandidates(this.#index, await this.#prepare(vacancy), completeRequest(request));
  }

  /**
   * The best vacancies for a participant.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   */
  topVacancies(participantId: string, request?: MatchRequest): VacancyList {
    const complete = completeRequest(request);
    const participant = this.#visibleParticipant(participantId, complete);
    return topVacancies(this.#index, participant, this.#vacancies.values(), complete);
  }

  /**
   * On which list of every vacancy a participant can stand, and with which score: enough to tell, without making any list,
   * which stored ones a changed profile touches. `limit` and `nearMisses` of the request mean nothing here.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   * @example
   * const touched = matcher.scoreVacancies("p1").filter(({ verdict }) => verdict !== "excluded");
   */
  scoreVacancies(participantId: string, request?: MatchRequest): VacancyScore[] {
    const complete = completeRequest(request);
    const { slot } = this.#visibleParticipant(participantId, complete);
    return scoreVacancies(this.#index, slot, this.#vacancies.values(), complete);
  }

  /**
   * The steps between a participant and ordinary work: what each step of the ladder offers today, which is the next one
   * that can be reached, and what is missing where none can.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   * @example
   * const { next } = matcher.ladder("p1");
   * console.log(next?.step, next?.open, next?.gap.map(({ text }) => text.en));
   */
  ladder(participantId: string, request?: LadderRequest): Ladder {
    const complete = completeRequest({ ...request, ...ladderLimits });
    const stored = this.#visibleParticipant(participantId, complete);
    const list = topVacancies(this.#index, stored, this.#vacancies.values(), complete);
    return ladderOf(list, currentStep(stored.participant));
  }

  /**
   * The candidates of every vacancy, one list at a time, in the order in which the vacancies came: the same lists as
   * from `topCandidates`. With several threads all lists are of the moment at which the batch began; with one, each is of
   * the moment at which it is made, and a vacancy that is gone by then has none.
   *
   * @throws JobbmatchError `invalidRequest`; `workerFailed` when a thread ends before its work is done.
   * @example
   * for await (const list of matcher.rematch({ limit: 10 }, { threads: 2 })) await store(list);
   */
  async *rematch(request?: MatchRequest, options: RematchOptions = {}): AsyncGenerator<CandidateList> {
    const { signal, onProgress } = options;
    const complete = completeRequest(request);
    const threads = threadsOf(options, this.#hasOwnRules);
    const vacancies = this.#vacancies.ids();
    signal?.throwIfAborted();
    const lists =
      threads < 2
        ? this.#rematchHere(vacancies, complete, signal)
        : rematchInThreads({ ...this.#threadStart(complete, options), vacancies, threads, signal });
    let done = 0;
    for await (const list of lists) {
      yield list;
      done += 1;
      onProgress?.({ done, total: vacancies.length });
    }
  }

  async *#rematchHere(
    vacancies: readonly string[],
    request: CompleteMatchRequest,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<CandidateList> {
    for (const id of vacancies) {
      signal?.throwIfAborted();
      const stored = this.#vacancies.get(id);
      if (stored !== undefined) yield topCandidates(this.#index, stored, request);
      await new Promise(setImmediate);
    }
  }

  #threadStart(request: CompleteMatchRequest, { rulesModule }: RematchOptions) {
    const { modelId, dimensions } = this.#embedder;
    const rules = rulesModule === undefined ? {} : { rulesModule: String(rulesModule) };
    const placementTypes = this.#placementTypes;
    return {
      start: { modelId, dimensions, request, placementTypes, ...rules },
      save: (file: string) => this.save(file),
    };
  }

  /**
   * Everything that can be said of one pair, whether it fits or not.
   *
   * @throws JobbmatchError `unknownParticipant` (also when the participant is beyond a border such as the request's
   * units), `unknownVacancy` or `invalidRequest`.
   */
  explain(participantId: string, vacancyId: string, request?: MatchRequest): Assessment {
    const complete = completeRequest(request);
    const participant = this.#visibleParticipant(participantId, complete);
    const vacancy = this.#vacancy(vacancyId);
    const applied = requirementsOf(this.#participants, vacancy, complete);
    if (isBeyondBorder(participant, applied)) throw unknownParticipant(participantId);
    const pair = new Comparison(this.#vectors, vacancy, complete.date).with(participant);
    const { slot } = participant;
    return assess({ pair, slot, applied, weights: completeWeights(complete.weights) }, {});
  }

  /**
   * Which changes of the participant's situation would open most vacancies: a licence, a language step, a free day, alone
   * and two together. Exact: each change is applied to the profile and judged by all rules.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   * @example
   * const { open, singles, pairs } = matcher.unlocksOfParticipant("p1");
   * for (const { changes, matches } of [...singles, ...pairs])
   *   console.log(changes.map(({ text }) => text.en).join(" and "), "opens", matches, "more than the", open);
   */
  unlocksOfParticipant(participantId: string, request?: UnlockRequest): ParticipantUnlocks {
    const complete = completeUnlockRequest(request);
    const { participant } = this.#visibleParticipant(participantId, complete);
    const rules = this.#participants.columns.map(({ rule }) => rule);
    return unlocksOfParticipant(rules, participant, this.#allVacancies, contextOf(complete), complete);
  }

  /**
   * Which demands of the vacancy, if they were eased, would let most people in, alone and two together. Exact in the same
   * way; people beyond the vacancy's and the asker's borders do not count.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  unlocksOfVacancy(vacancyId: string, request?: UnlockRequest): VacancyUnlocks {
    const complete = completeUnlockRequest(request);
    const { vacancy } = this.#vacancy(vacancyId);
    return unlocksOfVacancy(this.#participants, vacancy, contextOf(complete), complete);
  }

  /**
   * What to ask the participant, the answers first that settle most vacancies.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   */
  questionsOfParticipant(participantId: string, request: QuestionRequest = {}): TalliedQuestion[] {
    const complete = completeWith(questionRequest, request);
    const { slot } = this.#visibleParticipant(participantId, complete);
    const { columns } = this.#participants;
    return questionsOfParticipant(columns, slot, this.#allVacancies, contextOf(complete), complete.limit);
  }

  /**
   * What to ask people for a vacancy's sake, the answers first that settle most people.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  questionsOfVacancy(vacancyId: string, request: QuestionRequest = {}): TalliedQuestion[] {
    const complete = completeWith(questionRequest, request);
    const { vacancy } = this.#vacancy(vacancyId);
    return questionsOfVacancy(this.#participants, vacancy, contextOf(complete), complete.limit);
  }

  /**
   * Whom to ask what first, over all people and vacancies; give `units` to see the people of some units only.
   *
   * @throws JobbmatchError `invalidRequest`.
   */
  questionsOfEverybody(request: QuestionRequest = {}): PersonToAsk[] {
    const complete = completeWith(questionRequest, request);
    return questionsOfEverybody(this.#participants, this.#allVacancies, contextOf(complete), complete.limit);
  }

  /**
   * Which kinds of workplace, missing today, would give most people without a good place one: occupation, municipality,
   * hours and Swedish, with how many each would serve beside those before it. Exact: to add the kind's `vacancy` and to
   * match anew gives the same counts. Takes a while for a whole municipality; meant for a report.
   *
   * @throws JobbmatchError `invalidRequest`.
   * @example
   * const { kinds } = await matcher.huntList({ units: ["north"], goodScore: 0.6 });
   * for (const { occupation, hoursPerWeek, serves } of kinds) console.log(occupation.name.sv, hoursPerWeek, serves);
   */
  async huntList(request: HuntRequest = {}): Promise<HuntList> {
    const complete = completeWith(huntRequest, request);
    return huntList(this.#index, this.#vacancies.values(), complete, (vacancy) => this.#prepare(vacancy));
  }

  /**
   * Proposes who of all participants could be placed where, so that the whole is worth most: see `proposeAssignment` for
   * what that means. Matches every open vacancy first. A proposal only; a person decides.
   *
   * @throws JobbmatchError `invalidRequest`.
   * @example
   * const night = await matcher.proposeAssignment({ floor: { weeks: 12, lastProposed: { p1: "2026-10-01" } } });
   * for (const { participant, vacancy } of night.proposals) console.log(participant, vacancy);
   * const next = await matcher.proposeAssignment({}, { previous: night });
   */
  async proposeAssignment(
    request?: NightRequest,
    options: AssignmentOptions = {},
  ): Promise<AssignmentProposal> {
    const { beyondBest, ...input } = await this.assignmentInput(request, options);
    const {
      match: _,
      pairsPerPlace: _place,
      pairsPerPerson: _person,
      ...assignment
    } = completeNightRequest(request);
    const proposal = await proposeAssignment(input, assignment, options);
    return { ...proposal, leftOut: { ...proposal.leftOut, beyondBest } };
  }

  /**
   * What `proposeAssignment` assigns: the people, the open places and their best pairs. To try several ways of assigning
   * the same night, or to assign again after one change, without matching everything anew.
   *
   * @throws JobbmatchError `invalidRequest`.
   * @example
   * const input = await matcher.assignmentInput({ date: "2026-11-23" });
   * const night = await proposeAssignment(input, { date: "2026-11-23", supervisorCapacity: { "School 1": 2 } });
   */
  async assignmentInput(
    request?: NightRequest,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<NightInput> {
    const complete = completeNightRequest(request);
    const { units } = complete.match;
    const vacancies = [...this.#vacancies.values()].filter(
      ({ vacancy }) => hasFreeSeats(vacancy) && isOpenToUnits(vacancy, units),
    );
    const people = [...this.#participants.everyone].flatMap((slot) => {
      const participant = this.#participants.at(slot)?.participant;
      const isVisible = participant && units?.includes(participant.unit) !== false;
      return isVisible ? [personOf(participant)] : [];
    });
    const places = vacancies.map(({ vacancy }) => placeOf(vacancy));
    return { people, places, ...(await matchedPairs(this.#index, vacancies, complete, signal)) };
  }

  /**
   * Whom a proposal reaches, by distance to work and by any groups that the caller supplies, with intervals; groups of
   * fewer than five people are withheld. Groups enter here, after the fact, and can influence no proposal.
   *
   * @param groups the group of each participant, by id.
   * @example
   * const report = matcher.fairnessReport(night, new Map([["p1", "group A"], ["p2", "group B"]]));
   */
  fairnessReport(proposal: ReportedProposal, groups?: ReadonlyMap<string, string>): FairnessReport {
    return fairnessReport(proposal, (id) => this.#participants.get(id)?.participant, groups);
  }

  /** A vacancy from outside, ready to be compared and not stored. */
  async #prepare(vacancy: VacancyInput): Promise<StoredVacancy> {
    const parsed = parseVacancy(vacancy);
    if (!parsed.ok) throw errorOf(parsed.problems);
    const { record } = maskVacancy(parsed.value);
    return storedVacancy(record, await embedAll(this.#embedder, vacancyTexts(record)));
  }

  get #allVacancies(): Vacancy[] {
    return [...this.#vacancies.values()].map(({ vacancy }) => vacancy);
  }

  get #stores(): Stores {
    return { vectors: this.#vectors, participants: this.#participants, vacancies: this.#vacancies };
  }

  get #index(): SearchIndex {
    return {
      participants: this.#participants,
      vectors: this.#vectors,
      prepared: this.#prepared,
      model: this.#embedder.modelId,
    };
  }

  /** Somebody whom the asker may not see is answered like somebody who does not exist. */
  #visibleParticipant(id: string, { units }: Pick<CompleteMatchRequest, "units">): StoredParticipant {
    const stored = this.#participants.get(id);
    if (stored === undefined || units?.includes(stored.participant.unit) === false)
      throw unknownParticipant(id);
    return stored;
  }

  #vacancy(id: string): StoredVacancy {
    const stored = this.#vacancies.get(id);
    if (stored === undefined)
      throw new JobbmatchError({ code: "unknownVacancy", id, message: "there is no such vacancy" });
    return stored;
  }
}

function unknownParticipant(id: string): JobbmatchError {
  return new JobbmatchError({ code: "unknownParticipant", id, message: "there is no such participant" });
}

function errorOf([first, ...rest]: readonly Problem[]): JobbmatchError {
  return new JobbmatchError(first ?? { code: "invalidRequest", message: "the input is not valid" }, ...rest);
}

function uniqueRules(rules: readonly Rule[]): readonly Rule[] {
  const seen = new Set<string>();
  for (const { id } of rules) {
    if (seen.has(id))
      throw new JobbmatchError({ code: "invalidRule", id, message: "two rules have the same id" });
    seen.add(id);
  }
  return rules;
}
