// Prints the bytes of memory that a matcher takes for each participant. Run with --expose-gc, in a process of its own.
//   node --expose-gc memory-program.js snapshot FILE
//   node --expose-gc memory-program.js three-facets COUNT
import { setImmediate as nextTurn } from "node:timers/promises";
import { Matcher, TransformersEmbedder } from "@jobbmatch/matcher";
import type { ParticipantInput } from "@jobbmatch/shared";
import { generateParticipants } from "@jobbmatch/test-data";

interface WebAssemblyMemory {
  readonly buffer: ArrayBufferLike;
}
type MemoryLimits = { readonly shared?: boolean };

const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { Memory: new (limits: MemoryLimits) => WebAssemblyMemory };
};
/** Shared memories of WebAssembly, which Node does not count. */
const memories: WeakRef<WebAssemblyMemory>[] = [];
WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(limits: MemoryLimits) {
    super(limits);
    if (limits.shared === true) memories.push(new WeakRef(this));
  }
};

/** What JavaScript holds, and what WebAssembly and buffers hold beside it. */
async function usedBytes(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    // What a weak reference was asked for stays until the turn of the event loop ends.
    await nextTurn();
    globalThis.gc?.();
  }
  const { heapUsed, external } = process.memoryUsage();
  const shared = memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);
  return heapUsed + external + shared;
}

/** Generated people with two earlier occupations and one wish, and no other text: three facets each. */
function* withThreeFacets(count: number): Generator<ParticipantInput> {
  let found = 0;
  for (const participant of generateParticipants({ seed: 5, count: 20 * count })) {
    const { skills, education, about, ...rest } = participant;
    const experiences = (rest.experiences ?? []).slice(0, 2);
    const wishes = (rest.wishes ?? []).slice(0, 1);
    if (experiences.length < 2 || wishes.length < 1) continue;
    yield { ...rest, experiences, wishes };
    found += 1;
    if (found === count) return;
  }
}

// A small cache: the embedder's memory is not the matcher's.
const embedder = await TransformersEmbedder.create({ cachedTexts: 1 });

async function upserted(count: number): Promise<Matcher> {
  const matcher = await Matcher.create({ embedder });
  await matcher.upsertParticipants(withThreeFacets(count));
  return matcher;
}

const [, , kind, argument = ""] = process.argv;
// Whatever is loaded or made once is there before the first measurement.
(await upserted(300)).close();
const before = await usedBytes();
const matcher =
  kind === "snapshot" ? await Matcher.open(argument, { embedder }) : await upserted(Number(argument));
const bytes = ((await usedBytes()) - before) / matcher.participantCount;
process.stdout.write(
  `${JSON.stringify({ participants: matcher.participantCount, bytes: Math.round(bytes) })}\n`,
);
matcher.close();
