// Rules of a caller's own, for threads: the module that `rulesModule` names.
import { isMainThread } from "node:worker_threads";
import { defineRule } from "../../dist/rules/define-rule.js";

const text = (words) => ({ sv: words, en: words });

/** Ends the thread when it meets a vacancy with this title. */
export const deadlyTitle = "Ends the thread";

export const rules = [
  defineRule({
    id: "evenVersion",
    name: text("even version"),
    disclosure: { caseWorker: "full", employer: "outcome", participant: "full" },
    factOf: ({ version }) => version % 2,
    needOf: ({ title }) => {
      if (title === deadlyTitle && !isMainThread) process.exit(7);
      return 0;
    },
    judge: (need, fact) => (need === fact ? "pass" : "fail"),
    explain: () => ({ required: text("even"), found: text("–"), source: "stated" }),
  }),
];
