import * as z from "zod";

const count = z.int().min(0);

/** What matching one shard of vacancies has given. Ids and counts only. */
export const shardResult = z.object({
  vacancies: count,
  shortlists: count,
  /** Shortlists on which somebody came, went or changed places. */
  changed: count,
  entered: count,
  left: count,
  moved: count,
  /** Open vacancies that nobody of any unit fits. */
  withoutCandidates: z.array(z.string()),
  /** Milliseconds: waiting for the index, computing, and all of it with reading and writing. */
  milliseconds: z.object({ waiting: z.number(), matching: z.number(), total: z.number() }),
});
export type ShardResult = z.infer<typeof shardResult>;
