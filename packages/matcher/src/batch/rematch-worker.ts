// A thread of `rematch`: opens the snapshot, then finds who is on the lists of the vacancies that it is sent.
import { parentPort, workerData } from "node:worker_threads";
import { JobbmatchError } from "@jobbmatch/shared";
import { MatchIndex } from "../match-index/match-index.ts";
import { findList } from "../retrieval/candidates/find-list.ts";
import { type PackedList, packedList } from "../retrieval/candidates/packed-list.ts";
import { requirementsOf } from "../retrieval/candidates/top-candidates.ts";
import type { Rule } from "../rules/rule.ts";
import type { ThreadReply, ThreadStart, ThreadTask } from "./rematch-messages.ts";

const { modelId, dimensions, request, rulesModule, placementTypes } = workerData as ThreadStart;
let index: MatchIndex | undefined;

async function ownRules(): Promise<readonly Rule[]> {
  if (rulesModule === undefined) return [];
  const { rules }: { rules?: readonly Rule[] } = await import(rulesModule);
  return rules ?? [];
}

async function openIndex(file: string): Promise<MatchIndex> {
  // Everything that is compared lies in the snapshot.
  const embed = () => Promise.reject(new Error("a thread of a batch embeds nothing"));
  const embedder = { modelId, dimensions, embed };
  const facts = placementTypes === undefined ? {} : { placementTypes };
  return MatchIndex.open(file, { embedder, rules: await ownRules(), ...facts }, { isLasting: false });
}

function listOf(opened: MatchIndex, id: string): PackedList {
  const stored = opened.vacancy(id);
  const applied = requirementsOf(opened.participants, stored, request);
  // The main thread brings the list up to date and remembers it; this one makes it once.
  return packedList(findList(opened, stored, { request, applied, isLasting: false }));
}

async function answerTo(task: ThreadTask): Promise<ThreadReply> {
  switch (task.kind) {
    case "open":
      index = await openIndex(task.file);
      return { kind: "opened" };
    case "find": {
      const opened = index;
      return { kind: "lists", lists: opened ? task.vacancies.map((id) => listOf(opened, id)) : [] };
    }
  }
}

/** What is an error of ours goes back as data; anything else ends the thread. */
parentPort?.on("message", async (task: ThreadTask) => {
  try {
    parentPort?.postMessage(await answerTo(task));
  } catch (error) {
    if (!(error instanceof JobbmatchError)) throw error;
    parentPort?.postMessage({ kind: "failed", problems: error.problems } satisfies ThreadReply);
  }
});
