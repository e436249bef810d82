import type { Day, Localised, TimeWindow } from "@jobbmatch/shared";
import { joinAll, localise } from "./localised-text.ts";
import { shortDays } from "./weekday-names.ts";

/** Windows as text, days with the same times together: "mån–tors 08:00–16:00 och fre 08:00–12:00". */
export function describeWindows(windows: readonly TimeWindow[]): Localised {
  const daysByTime = new Map<string, Day[]>();
  for (const { day, from, to } of windows) {
    const time = `${from}–${to}`;
    daysByTime.set(time, [...(daysByTime.get(time) ?? []), day]);
  }
  const texts = [...daysByTime].map(([time, days]) => {
    const names = shortDays(days);
    return localise((language) => `${names[language]} ${time}`);
  });
  return joinAll(texts);
}
