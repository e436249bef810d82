// A thread that computes one assignment. It imports nothing of the embedder: a native module that is loaded in a thread
// brings the whole process down when the thread ends.
import { parentPort, workerData } from "node:worker_threads";
import { JobbmatchError } from "@jobbmatch/shared";
import type { AssignmentReply, AssignmentTask } from "./assignment-messages.ts";
import { proposeAssignment } from "./propose-assignment.ts";

const { input, request, previous } = workerData as AssignmentTask;

function reply(message: AssignmentReply): void {
  parentPort?.postMessage(message);
}

try {
  const options = previous === undefined ? {} : { previous };
  reply({ kind: "proposal", proposal: await proposeAssignment(input, request, options) });
} catch (error) {
  if (!(error instanceof JobbmatchError)) throw error;
  reply({ kind: "failed", problems: error.problems });
}
