import { Worker } from "node:worker_threads";
import { JobbmatchError } from "@jobbmatch/shared";
import type { AssignmentInput } from "./assignment-input.ts";
import type { AssignmentReply, AssignmentTask } from "./assignment-messages.ts";
import type { AssignmentProposal } from "./assignment-proposal.ts";
import type { AssignmentRequest } from "./assignment-request.ts";
import type { AssignmentOptions } from "./propose-assignment.ts";

/** Node 20 runs no TypeScript: where this runs from its sources, as in tests, the thread runs what was built last. */
const program = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/assignment/assignment-worker.js" : "./assignment-worker.js",
  import.meta.url,
);

/**
 * As `proposeAssignment`, on a thread of its own, so that the caller's thread goes on meanwhile; the signal ends it at once.
 *
 * @throws JobbmatchError what the assignment threw, or `workerFailed`.
 */
export async function proposeAssignmentInThread(
  input: AssignmentInput,
  request?: AssignmentRequest,
  { previous, signal }: AssignmentOptions = {},
): Promise<AssignmentProposal> {
  signal?.throwIfAborted();
  const task: AssignmentTask = { input, request, previous };
  // Without the options of this process: they may be meant for sources.
  const worker = new Worker(program, { workerData: task, execArgv: [] });
  const stop = () => void worker.terminate();
  signal?.addEventListener("abort", stop);
  try {
    const reply = await new Promise<AssignmentReply>((resolve, reject) => {
      worker.on("message", resolve);
      worker.on("error", () => reject(failed()));
      worker.on("exit", () => reject(signal?.aborted ? signal.reason : failed()));
    });
    signal?.throwIfAborted();
    if (reply.kind === "proposal") return reply.proposal;
    const [first, ...rest] = reply.problems;
    throw first === undefined ? failed() : new JobbmatchError(first, ...rest);
  } finally {
    signal?.removeEventListener("abort", stop);
    await worker.terminate();
  }
}

function failed(): JobbmatchError {
  return new JobbmatchError({
    code: "workerFailed",
    message: "the thread ended before the assignment was done",
  });
}
