import type { ApiClient } from "./api-client.ts";

/** What the service measures of itself: lists from memory and computed, jobs that are not done, processor time. */
export interface ServiceMetrics {
  readonly cacheHits: number;
  readonly cacheMisses: number;
  readonly openJobs: number;
  /** Changes of the log that the index has not applied. */
  readonly lag: number;
  /** Processor seconds of the process that answers. */
  readonly processorSeconds: number;
}

const openStates = ["waiting", "active", "delayed"];

export async function readMetrics(client: ApiClient): Promise<ServiceMetrics> {
  const { status, body } = await client.send("GET", "/metrics");
  if (status !== 200) throw new Error(`GET /metrics was answered with ${status}`);
  const values = [...body.matchAll(/^(\w+)(\{[^}]*\})? (\S+)$/gm)].map(
    ([, name = "", labels = "", value = ""]) => ({ name, labels, value: Number(value) }),
  );
  const sum = (name: string, accept: (labels: string) => boolean = () => true) =>
    values
      .filter((each) => each.name === name && accept(each.labels))
      .reduce((total, { value }) => total + value, 0);
  const answers = "jobbmatch_candidate_answers_total";
  return {
    cacheHits: sum(answers, (labels) => labels.includes('"hit"')),
    cacheMisses: sum(answers, (labels) => labels.includes('"miss"')),
    openJobs: sum("jobbmatch_queue_jobs", (labels) =>
      openStates.some(
        (state) => labels.includes(`"${state}"`) && !(state === "delayed" && labels.includes('"nightly"')),
      ),
    ),
    lag: sum("jobbmatch_replica_lag"),
    processorSeconds: sum("jobbmatch_process_cpu_seconds_total"),
  };
}
