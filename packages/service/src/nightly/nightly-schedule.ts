import type { Queues } from "../queue/queues.ts";

/** When the nightly run starts. */
export interface NightlySchedule {
  /** Five or six fields of cron. */
  readonly cron: string;
  /** Such as `Europe/Stockholm`: the run starts at the same time of the clock all year. */
  readonly timeZone: string;
}

const schedulerId = "nightly";

/** Makes sure that the queue starts a run at the scheduled time. Doing so again, in any process, changes nothing. */
export async function scheduleNightly(
  { nightly }: Pick<Queues, "nightly">,
  { cron, timeZone }: NightlySchedule,
): Promise<void> {
  const current = await nightly.getJobScheduler(schedulerId);
  if (current?.pattern === cron && current.tz === timeZone) return;
  await nightly.upsertJobScheduler(
    schedulerId,
    { pattern: cron, tz: timeZone },
    { name: "start", data: { step: "start", kind: "nightly" } },
  );
}
