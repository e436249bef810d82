/** Ids in one run of the model, padding included: as many as the processor's cache holds vectors for. */
const idsInBatch = 4096;
/** The most texts in one run. */
const textsInBatch = 512;
/** How much longer than the shortest text of a run the longest one may be; what is missing is padded. */
const tolerance = { factor: 1.25, ids: 8 };

/**
 * Shares texts out over runs of the model. Texts of like length go together, so that little is padding.
 *
 * @param lengths ids of each text.
 * @returns the texts' indices, each in exactly one batch.
 */
export function batchesOf(lengths: readonly number[]): number[][] {
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const index of [...lengths.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0))) {
    const width = lengths[index] ?? 0;
    const shortest = lengths[batch[0] ?? index] ?? 0;
    const isTooLong = width > shortest * tolerance.factor + tolerance.ids;
    const isFull = batch.length >= textsInBatch || (batch.length + 1) * width > idsInBatch;
    if (batch.length > 0 && (isTooLong || isFull)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(index);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Each text in a run of its own. */
export function singleBatches(lengths: readonly number[]): number[][] {
  return lengths.map((_, index) => [index]);
}
