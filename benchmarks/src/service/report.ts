import type { Spread } from "./fixed-rate.ts";
import type { BatchTimes } from "./measure-batch.ts";
import type { CandidateAnswers } from "./measure-candidates.ts";
import type { ChangeFollowing } from "./measure-changes.ts";
import type { JobThroughput } from "./measure-jobs.ts";
import type { BulkLoad, Loading } from "./measure-loading.ts";
import { type Mode, modeNames } from "./mode.ts";

/** Everything that was measured of the service in one mode. */
export interface ModeMeasurements {
  readonly mode: Mode;
  readonly loading: Loading;
  /** Shortlists that were there after loading. */
  readonly shortlists: number;
  /** The first answer for each vacancy, asked for alone. */
  readonly first: Spread;
  /** The first requests of many after the loading. */
  readonly beginning: CandidateAnswers;
  readonly unchanging: CandidateAnswers;
  readonly changing: CandidateAnswers & { readonly changesPerSecond: number };
  readonly following: ChangeFollowing;
  readonly batch: BatchTimes;
  readonly stopSeconds: number;
  readonly readySeconds: number;
}

export interface ServiceMeasurements {
  readonly machine: string;
  /** ISO date. */
  readonly date: string;
  readonly participants: number;
  readonly vacancies: number;
  /** Whether the population is the one that the targets are set for. */
  readonly isFullSize: boolean;
  readonly missing: readonly string[];
  readonly modes: readonly ModeMeasurements[];
  readonly jobs: readonly JobThroughput[];
}

/** The measurements as Markdown, with the targets beside them. */
export function markdown(measured: ServiceMeasurements): string {
  const { machine, date, participants, vacancies, isFullSize, missing, modes, jobs } = measured;
  return [
    `${machine}; ${date}`,
    "",
    `${whole(participants)} participants in three units, ${whole(vacancies)} vacancies. The service runs as built, in processes of its own;`,
    "database, queue and load generator run on the same cores. PostgreSQL waits for the disk at every commit (fsync).",
    ...(isFullSize
      ? []
      : ["The targets are set for 100,000 participants and 2,000 vacancies: these figures are of fewer."]),
    ...missing.map((line) => `${line}.`),
    "",
    ...modes.flatMap((each) => modeSection(each, isFullSize)),
    ...jobSection(jobs),
  ].join("\n");
}

function modeSection(measured: ModeMeasurements, isFullSize: boolean): string[] {
  const { mode, loading, first, beginning, unchanging, changing, following, batch } = measured;
  const { visibleAfterAcknowledgement: visible, visibleAfterSending: sinceSending } = following;
  const verdict = (isMet: boolean) => (isFullSize ? (isMet ? "met" : "**missed**") : "–");
  return [
    `### ${modeNames[mode]}`,
    "",
    "| | measured | target | |",
    "|---|---|---|---|",
    row("participants stored through `:bulk`", load(loading.participants)),
    row("vacancies stored through `:bulk`", load(loading.vacancies)),
    row(
      "from the first record sent until all shortlists are there",
      `${loading.shortlistSeconds.toFixed(1)} s (${whole(measured.shortlists)} lists)`,
    ),
    row("first `GET candidates` of each vacancy, one after the other", times(first)),
    row(
      `\`GET candidates\`, ${beginning.perSecond} a second, the first ${(beginning.count / beginning.perSecond).toFixed(0)} seconds`,
      answers(beginning),
    ),
    row(
      "the same, the seconds after these; nothing changes",
      answers(unchanging),
      "p99 < 25 ms",
      verdict(isFast(unchanging)),
    ),
    row(
      `the same with ${changing.changesPerSecond.toFixed(1)} changes a second, after each of which all answers are made anew`,
      answers(changing),
      "p99 < 25 ms",
      verdict(isFast(changing)),
    ),
    row(
      `profile change until its shortlist is heard of, ${following.perSecond} a second, from the acknowledgement`,
      times(visible),
      "p99 < 500 ms",
      verdict(areSeenInTime(following)),
    ),
    row("the same from the moment when the change ought to be sent", times(sinceSending)),
    row("until the change is acknowledged", times(following.acknowledgement)),
    row(
      "changes that changed the list on which the person stood highest",
      `${whole(following.changedList)} of ${whole(following.changes)}${failures(following.failed)}; ${whole(following.events)} changes of lists; all lists followed ${following.secondsBehind.toFixed(1)} s after the last change`,
    ),
    row(
      `batch run of ${whole(batch.vacancies)} vacancies, stored`,
      `${batch.seconds.toFixed(1)} s: ${whole(batch.shortlists)} lists; matching ${batch.matching.toFixed(1)} s, storing ${batch.storing.toFixed(1)} s of work`,
      "< 60 s",
      verdict(batch.seconds < 60),
    ),
    row("told to stop until ended, with the index saved", `${measured.stopSeconds.toFixed(1)} s`),
    row(
      "start to ready, with that snapshot",
      `${measured.readySeconds.toFixed(2)} s`,
      "< 5 s",
      verdict(measured.readySeconds < 5),
    ),
    "",
    "Times are p50 / p99 / the greatest; those of requests begin when a request ought to be sent, so that those who wait",
    "behind a slow answer count (no coordinated omission). *Heard of*: `shortlist.changed` on `/v1/events`.",
    "",
  ];
}

function jobSection(jobs: readonly JobThroughput[]): string[] {
  if (jobs.length === 0) return [];
  return [
    "### Jobs a second",
    "",
    "| queue on | added | worked off | jobs | at the same time |",
    "|---|---:|---:|---:|---:|",
    ...jobs.map(
      ({ mode, jobs: count, concurrency, addedPerSecond, workedOffPerSecond }) =>
        `| ${mode === "redis" ? "Redis" : modeNames[mode]} | ${whole(addedPerSecond)} | ${whole(workedOffPerSecond)} | ${whole(count)} | ${concurrency} |`,
    ),
    "",
    "Jobs that do nothing, added 500 at a time through the service's own queues, then worked off by one worker.",
    "",
  ];
}

function row(name: string, measured: string, target = "", verdict = ""): string {
  return `| ${name} | ${measured} | ${target} | ${verdict} |`;
}

function load({ stored, rejected, seconds }: BulkLoad): string {
  const refused = rejected === 0 ? "" : `, **${whole(rejected)} rejected**`;
  return `${whole(stored / seconds)} a second (${whole(stored)} in ${seconds.toFixed(1)} s${refused})`;
}

function answers(measured: CandidateAnswers): string {
  const { cached, processor, failed } = measured;
  return `${times(measured)}; ${Math.round(cached * 100)} % from the cache; ${processor.toFixed(2)} cores${failures(failed)}`;
}

function isFast({ p99, failed }: CandidateAnswers): boolean {
  return p99 < 25 && failed === 0;
}

/** Changes that nobody learnt of would otherwise make the others look good. */
function areSeenInTime(following: ChangeFollowing): boolean {
  const { visibleAfterAcknowledgement, changedList, changes, failed } = following;
  return visibleAfterAcknowledgement.p99 < 500 && changedList >= changes * 0.95 && failed === 0;
}

function failures(failed: number): string {
  return failed === 0 ? "" : `, **${whole(failed)} failed**`;
}

function times({
  p50,
  p99,
  most,
}: {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}): string {
  return `${[p50, p99, most].map((each) => (each < 10 ? each.toFixed(1) : whole(each))).join(" / ")} ms`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
