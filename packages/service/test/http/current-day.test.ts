import { today } from "@jobbmatch/matcher";
import * as fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { rememberedDay } from "../../src/http/current-day.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Around midnight of any day in Sweden, the days among them on which clocks are changed. */
const moments = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2 }))
  .map(([day, hours]) => hours.map((hour) => Date.UTC(2024, 0, 1 + day) + hour * 3_600_000 - 1));

it("tells the same day as the calendar, at every moment of a clock that goes forth and back", () => {
  vi.useFakeTimers();
  fc.assert(
    fc.property(moments, (times) => {
      const currentDay = rememberedDay();
      for (const time of times.flatMap((each) => [each, each + 1, each + 900_000])) {
        vi.setSystemTime(time);
        expect(currentDay()).toBe(today());
      }
    }),
  );
});
