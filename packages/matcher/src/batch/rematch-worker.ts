// A thread of `rematch`: opens the snapshot, then finds who is on the lists of the vacancies that it is sent.
import { parentPort, workerData } from "node:worker_threads";
import { JobbmatchError } from "@jobbmatch/shared";
import { MatchIndex } from "../match-index/match-index.ts";
import { findList } from "../retrieval/find-list.ts";
import { type PackedList, packedList } from "../retrieval/packed-list.ts";
import { requirementsOf } from "../retrieval/top-candidates.ts";
import type { Rule } from "../rules/rule.ts";
import type { ThreadReply, ThreadStart, ThreadTask } from "./rematch-messages.ts";

const { file, modelId, dimensions, request, rulesModule, placementTypes } = workerData as ThreadStart;

function reply(message: ThreadReply): void {
  parentPort?.postMessage(message);
}

/** What is an error of ours goes back as data; anything else ends the thread. */
function replyWith(makeReply: () => ThreadReply): void {
  try {
    reply(makeReply());
  } catch (error) {
    if (!(error instanceof JobbmatchError)) throw error;
    reply({ kind: "failed", problems: error.problems });
  }
}

async function ownRules(): Promise<readonly Rule[]> {
  if (rulesModule === undefined) return [];
  const { rules }: { rules?: readonly Rule[] } = await import(rulesModule);
  return rules ?? [];
}

async function openIndex(): Promise<MatchIndex> {
  // Everything that is compared lies in the snapshot.
  const embed = () => Promise.reject(new Error("a thread of a batch embeds nothing"));
  const embedder = { modelId, dimensions, embed };
  const facts = placementTypes === undefined ? {} : { placementTypes };
  return MatchIndex.open(file, { embedder, rules: await ownRules(), ...facts });
}

try {
  const index = await openIndex();
  const listOf = (id: string): PackedList => {
    const stored = index.vacancy(id);
    return packedList(findList(index, stored, request, requirementsOf(index.participants, stored, request)));
  };
  parentPort?.on("message", ({ vacancies }: ThreadTask) => {
    replyWith(() => ({ kind: "lists", lists: vacancies.map(listOf) }));
  });
  reply({ kind: "ready" });
} catch (error) {
  if (!(error instanceof JobbmatchError)) throw error;
  reply({ kind: "failed", problems: error.problems });
}
