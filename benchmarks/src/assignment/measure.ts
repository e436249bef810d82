import {
  type AssignmentProposal,
  type AssignmentRequest,
  Matcher,
  type NightInput,
  proposeAssignment,
  TransformersEmbedder,
} from "@jobbmatch/matcher";
import { defaultToday, generateParticipants, generateVacancies } from "@jobbmatch/test-data";

/** A generated municipality. */
export interface Size {
  readonly people: number;
  readonly places: number;
}

/** One way of assigning, by the clock and by processor time. */
export interface Timed {
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Greatest distance to the best, 0 to 1, as measured. */
  readonly gap: number;
  readonly value: number;
  readonly people: number;
}

/** What was measured on one municipality with one policy for unknown answers. */
export interface Measurement extends Size {
  /** `keep`: unknown answers leave a place open. `exclude`: only pairs that are certain. */
  readonly unknown: "keep" | "exclude";
  readonly seats: number;
  readonly pairs: number;
  readonly pairsLeftOut: number;
  readonly matching: Pick<Timed, "seconds" | "processorSeconds">;
  readonly exact: Timed;
  readonly approximate: Timed;
  /** Assigned again after one person who had a place is gone, from the proposal before. */
  readonly again: Timed;
  readonly comparison: AssignmentProposal["comparison"];
  /** With a floor of 26 weeks, everybody counted from registration. */
  readonly floor: Timed & { readonly overdue: number; readonly proposed: number; readonly cost: number };
}

const seed = 1;
const date = defaultToday;
const floorWeeks = 26;

export async function measure(size: Size): Promise<Measurement[]> {
  const matcher = await Matcher.create({ embedder: await TransformersEmbedder.create() });
  await matcher.upsertParticipants(generateParticipants({ seed, count: size.people }));
  await matcher.upsertVacancies(generateVacancies({ seed, count: size.places }));
  return [await measureWith(matcher, size, "keep"), await measureWith(matcher, size, "exclude")];
}

async function measureWith(matcher: Matcher, size: Size, unknown: "keep" | "exclude"): Promise<Measurement> {
  const [input, matching] = await timed(() => matcher.assignmentInput({ date, match: { unknown } }));
  const exact = await assign(input, { method: "exact" });
  const approximate = await assign(input, { method: "approximate" });
  const again = await assign(withoutOne(input, exact.proposal), { method: "exact" }, exact.proposal);
  const floor = await assign(input, { method: "exact", floor: { weeks: floorWeeks } });
  const report = floor.proposal.floor;
  return {
    ...size,
    unknown,
    seats: input.places.reduce((sum, { seats }) => sum + seats, 0),
    pairs: input.pairs.length,
    pairsLeftOut: input.beyondBest,
    matching,
    exact: exact.timed,
    approximate: approximate.timed,
    again: again.timed,
    comparison: exact.proposal.comparison,
    floor: {
      ...floor.timed,
      overdue: report?.overdue.length ?? 0,
      proposed: report?.proposed ?? 0,
      cost: report?.change?.cost ?? 0,
    },
  };
}

async function assign(
  input: NightInput,
  request: AssignmentRequest,
  previous?: AssignmentProposal,
): Promise<{ proposal: AssignmentProposal; timed: Timed }> {
  const options = previous === undefined ? {} : { previous };
  const [proposal, time] = await timed(() => proposeAssignment(input, { date, ...request }, options));
  const { gap, value } = proposal.optimality;
  return { proposal, timed: { ...time, gap, value, people: proposal.comparison.proposed.people } };
}

/** The night after somebody who had a place has left. */
function withoutOne(input: NightInput, { proposals }: AssignmentProposal): NightInput {
  const gone = proposals[Math.floor(proposals.length / 2)]?.participant;
  return {
    ...input,
    people: input.people.filter(({ id }) => id !== gone),
    pairs: input.pairs.filter(({ participant }) => participant !== gone),
  };
}

async function timed<Value>(
  run: () => Promise<Value>,
): Promise<[Value, Pick<Timed, "seconds" | "processorSeconds">]> {
  const processor = process.cpuUsage();
  const start = performance.now();
  const value = await run();
  const { user, system } = process.cpuUsage(processor);
  return [value, { seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 }];
}
