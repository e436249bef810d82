import { Presets, SingleBar } from "cli-progress";

/** Shows how far a task has come; on standard error, and only where somebody watches. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

export function startProgress(label: string, total: number): Progress {
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage} %`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 20,
    },
    Presets.shades_classic,
  );
  bar.start(Math.max(total, 1), 0);
  return { update: (done) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
}
