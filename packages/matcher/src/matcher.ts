import type { ParticipantInput, VacancyInput } from "@jobbmatch/shared";
import type { AssignmentProposal } from "./assignment/assignment-proposal.ts";
import { completeNightRequest, type NightRequest } from "./assignment/assignment-request.ts";
import type { NightInput } from "./assignment/matched-pairs.ts";
import { nightInput } from "./assignment/night-input.ts";
import type { AssignmentOptions } from "./assignment/propose-assignment.ts";
import { proposeNight } from "./assignment/propose-night.ts";
import { type RematchOptions, rematch } from "./batch/rematch.ts";
import type { Assessment } from "./explanation/assessment.ts";
import { type FairnessReport, fairnessReport, type ReportedProposal } from "./fairness/fairness-report.ts";
import { type HuntList, huntList } from "./hunt/hunt-list.ts";
import { type HuntRequest, huntRequest } from "./hunt/hunt-request.ts";
import { type Ladder, type LadderRequest, ladderLimits, ladderOf } from "./ladder/ladder.ts";
import { currentStep } from "./ladder/ladder-move.ts";
import { prepareVacancy, upsertParticipants, upsertVacancies } from "./match-index/intake.ts";
import { type MatcherOptions, MatchIndex } from "./match-index/match-index.ts";
import { type QuestionRequest, questionRequest } from "./questions/question-request.ts";
import { questionsOfParticipant, questionsOfVacancy } from "./questions/questions.ts";
import { type PersonToAsk, questionsOfEverybody } from "./questions/questions-of-everybody.ts";
import { completeRequest, completeWith, contextOf, type MatchRequest } from "./request.ts";
import {
  type CandidateRanking,
  type RankingOptions,
  rankCandidates,
} from "./retrieval/candidates/rank-candidates.ts";
import { type CandidateList, topCandidates } from "./retrieval/candidates/top-candidates.ts";
import { explainPair } from "./retrieval/explain-pair.ts";
import type { LeastScores } from "./retrieval/vacancies/least-scores.ts";
import { type LeastScore, scoreVacancies, type VacancyScore } from "./retrieval/vacancies/score-vacancies.ts";
import { topVacancies, type VacancyList } from "./retrieval/vacancies/top-vacancies.ts";
import type { TalliedQuestion } from "./rules/question-tally.ts";
import type { Source, UpsertOptions, UpsertReport } from "./store/upsert.ts";
import { type ParticipantUnlocks, unlocksOfParticipant } from "./unlocks/participant-unlocks.ts";
import { completeUnlockRequest, type UnlockRequest } from "./unlocks/unlock-request.ts";
import { unlocksOfVacancy, type VacancyUnlocks } from "./unlocks/vacancy-unlocks.ts";

export type { MatcherOptions };

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
  readonly #index: MatchIndex;

  private constructor(index: MatchIndex) {
    this.#index = index;
  }

  /** @throws JobbmatchError `invalidRule` when two rules have the same id. */
  static async create(options: MatcherOptions): Promise<Matcher> {
    return new Matcher(new MatchIndex(options));
  }

  /**
   * Opens what `save` wrote. The answers are the same as before.
   *
   * @throws JobbmatchError `snapshotNotFound`, `snapshotDamaged`, `snapshotUnsupported`, or `modelMismatch` when the
   * snapshot was made with another model than `options.embedder`.
   */
  static async open(file: string, options: MatcherOptions): Promise<Matcher> {
    return new Matcher(await MatchIndex.open(file, options));
  }

  /**
   * Writes everything, as it is at the moment of the call, to one file, whole or not at all: an older file stays until
   * the new one is complete.
   */
  async save(file: string): Promise<void> {
    await this.#index.save(file);
  }

  /** Lets go of the files that hold vectors and profiles; the matcher can't be used after it. */
  close(): void {
    this.#index.close();
  }

  get participantCount(): number {
    return this.#index.participants.size;
  }

  get vacancyCount(): number {
    return this.#index.vacancies.size;
  }

  /**
   * Checks, masks, embeds and stores participants; each is visible to the next query. A bad record is reported with
   * id, field and problem, and the rest go on. The source is read in chunks and never held whole.
   */
  upsertParticipants(source: Source<ParticipantInput>, options?: UpsertOptions): Promise<UpsertReport> {
    return upsertParticipants(this.#index, source, options);
  }

  /** As `upsertParticipants`, for vacancies. */
  upsertVacancies(source: Source<VacancyInput>, options?: UpsertOptions): Promise<UpsertReport> {
    return upsertVacancies(this.#index, source, options);
  }

  /** @returns how many of the participants were there. Nothing of them is kept. */
  removeParticipants(ids: Iterable<string>): number {
    const removed = [...ids].filter((id) => this.#index.participants.remove(id));
    if (removed.length > 0) this.#index.remembered.forget(new Set(removed));
    return removed.length;
  }

  /** @returns how many of the vacancies were there. */
  removeVacancies(ids: Iterable<string>): number {
    return [...ids].filter((id) => this.#index.vacancies.remove(id)).length;
  }

  /**
   * The best participants for a stored vacancy.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  topCandidates(vacancyId: string, request?: MatchRequest): CandidateList {
    return topCandidates(this.#index, this.#index.vacancy(vacancyId), completeRequest(request));
  }

  /**
   * The list of `topCandidates` in numbers and outcomes alone, to be stored: a fraction of the work where the list was made
   * before and few people have changed since, above all without counts.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   * @example
   * const { features, candidates } = matcher.rankCandidates("v1", { limit: 20 });
   * for (const { participant, score, values } of candidates)
   *   console.log(participant, score, features.map(({ feature }, place) => `${feature}: ${values[place]}`));
   */
  rankCandidates(vacancyId: string, request?: MatchRequest, options?: RankingOptions): CandidateRanking {
    return rankCandidates(this.#index, this.#index.vacancy(vacancyId), completeRequest(request), options);
  }

  /**
   * The best participants for a vacancy that is not stored, and is not stored by this.
   *
   * @throws JobbmatchError with the problems of the vacancy, or `invalidRequest`.
   */
  async match(vacancy: VacancyInput, request?: MatchRequest): Promise<CandidateList> {
    const stored = await prepareVacancy(this.#index, vacancy);
    return topCandidates(this.#index, stored, completeRequest(request), { isLasting: false });
  }

  /**
   * The best vacancies for a participant.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   */
  topVacancies(participantId: string, request?: MatchRequest): VacancyList {
    const complete = completeRequest(request);
    const participant = this.#index.visibleParticipant(participantId, complete);
    return topVacancies(this.#index, participant, complete);
  }

  /**
   * The vacancies on whose lists a participant can stand, and with which score: enough to tell, without making any list,
   * which stored ones a changed profile touches. `limit` and `nearMisses` of the request mean nothing here.
   *
   * @param least the score that a list takes; vacancies that the participant does not reach are left out. Default: none. Who
   * asks often keeps them in `LeastScores`.
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   * @example
   * const lastScores = new Map([["v1", 0.7]]);
   * const touched = matcher.scoreVacancies("p1", {}, (vacancy) => lastScores.get(vacancy) ?? 0);
   */
  scoreVacancies(
    participantId: string,
    request?: MatchRequest,
    least?: LeastScore | LeastScores,
  ): VacancyScore[] {
    const complete = completeRequest(request);
    const { slot } = this.#index.visibleParticipant(participantId, complete);
    return scoreVacancies(this.#index, slot, complete, least);
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
    const stored = this.#index.visibleParticipant(participantId, complete);
    const list = topVacancies(this.#index, stored, complete);
    return ladderOf(list, currentStep(stored.participant));
  }

  /**
   * The candidates of every vacancy, one list at a time, in the order in which the vacancies came: the same lists as
   * from `topCandidates`. Each is of the moment at which it is handed over; a vacancy that is gone by then has none, and
   * one that came after the batch began neither.
   *
   * @throws JobbmatchError `invalidRequest`; `workerFailed` when a thread ends before its work is done.
   * @example
   * for await (const list of matcher.rematch({ limit: 10 }, { threads: 2 })) await store(list);
   */
  rematch(request?: MatchRequest, options?: RematchOptions): AsyncGenerator<CandidateList> {
    return rematch(this.#index, request, options);
  }

  /**
   * Everything that can be said of one pair, whether it fits or not.
   *
   * @throws JobbmatchError `unknownParticipant` (also when the participant is beyond a border such as the request's
   * units), `unknownVacancy` or `invalidRequest`.
   */
  explain(participantId: string, vacancyId: string, request?: MatchRequest): Assessment {
    const complete = completeRequest(request);
    const participant = this.#index.visibleParticipant(participantId, complete);
    return explainPair(this.#index, participant, this.#index.vacancy(vacancyId), complete);
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
    const { participant } = this.#index.visibleParticipant(participantId, complete);
    const { rules, allVacancies } = this.#index;
    return unlocksOfParticipant(rules, participant, allVacancies, contextOf(complete), complete);
  }

  /**
   * Which demands of the vacancy, if they were eased, would let most people in, alone and two together. Exact in the same
   * way; people beyond the vacancy's and the asker's borders do not count.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  unlocksOfVacancy(vacancyId: string, request?: UnlockRequest): VacancyUnlocks {
    const complete = completeUnlockRequest(request);
    const { vacancy } = this.#index.vacancy(vacancyId);
    return unlocksOfVacancy(this.#index.participants, vacancy, contextOf(complete), complete);
  }

  /**
   * What to ask the participant, the answers first that settle most vacancies.
   *
   * @throws JobbmatchError `unknownParticipant` or `invalidRequest`.
   */
  questionsOfParticipant(participantId: string, request: QuestionRequest = {}): TalliedQuestion[] {
    const complete = completeWith(questionRequest, request);
    const { slot } = this.#index.visibleParticipant(participantId, complete);
    const { participants, allVacancies } = this.#index;
    return questionsOfParticipant(
      participants.columns,
      slot,
      allVacancies,
      contextOf(complete),
      complete.limit,
    );
  }

  /**
   * What to ask people for a vacancy's sake, the answers first that settle most people.
   *
   * @throws JobbmatchError `unknownVacancy` or `invalidRequest`.
   */
  questionsOfVacancy(vacancyId: string, request: QuestionRequest = {}): TalliedQuestion[] {
    const complete = completeWith(questionRequest, request);
    const { vacancy } = this.#index.vacancy(vacancyId);
    return questionsOfVacancy(this.#index.participants, vacancy, contextOf(complete), complete.limit);
  }

  /**
   * Whom to ask what first, over all people and vacancies; give `units` to see the people of some units only.
   *
   * @throws JobbmatchError `invalidRequest`.
   */
  questionsOfEverybody(request: QuestionRequest = {}): PersonToAsk[] {
    const complete = completeWith(questionRequest, request);
    const { participants, allVacancies } = this.#index;
    return questionsOfEverybody(participants, allVacancies, contextOf(complete), complete.limit);
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
    return huntList(this.#index, this.#index.vacancies.values(), complete, (vacancy) =>
      prepareVacancy(this.#index, vacancy),
    );
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
    const complete = completeNightRequest(request);
    const input = await nightInput(this.#index, this.#index.vacancies.values(), complete, options.signal);
    return proposeNight(input, complete, options);
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
    return nightInput(this.#index, this.#index.vacancies.values(), completeNightRequest(request), signal);
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
    return fairnessReport(proposal, (id) => this.#index.participants.get(id)?.participant, groups);
  }
}
