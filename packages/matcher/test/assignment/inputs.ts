import fc from "fast-check";
import type {
  AssignmentInput,
  AssignmentPerson,
  AssignmentPlace,
} from "../../src/assignment/assignment-input.ts";
import type { AssignmentRequest } from "../../src/assignment/assignment-request.ts";

export const date = "2026-11-23";

/** Days up to four years before the date of the assignment. */
const day = fc
  .integer({ min: 0, max: 1460 })
  .map((days) => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10));
const share = fc.integer({ min: 0, max: 100 }).map((hundredths) => hundredths / 100);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

function person(index: number): fc.Arbitrary<AssignmentPerson> {
  return fc.record({
    id: fc.constant(`p${index}`),
    registeredSince: maybe(day),
    hoursPerWeek: maybe(fc.record({ max: fc.constantFrom(20, 30, 40) })),
  });
}

function place(index: number): fc.Arbitrary<AssignmentPlace> {
  const shift = fc
    .constantFrom("mon", "wed")
    .map((weekday) => ({ day: weekday, from: "08:00", to: "12:00" }) as const);
  return fc.record({
    id: fc.constant(`v${index}`),
    employer: fc.constantFrom("School 1", "School 2"),
    seats: fc.integer({ min: 0, max: 3 }),
    publishedAt: maybe(day),
    hoursPerWeek: maybe(fc.record({ max: fc.constantFrom(10, 20, 40) })),
    schedule: maybe(
      shift.map((only) => ({ kind: "fixed" as const, shifts: [only], source: "stated" as const })),
    ),
    partTime: maybe(fc.record({ sharedHours: maybe(fc.constantFrom(20, 40)), combinable: fc.boolean() })),
  });
}

/** Small municipalities: up to five people and four places at two employers. */
export const inputs: fc.Arbitrary<AssignmentInput> = fc
  .record({
    people: fc.integer({ min: 1, max: 5 }),
    places: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ people, places }) =>
    fc.record({
      people: fc.tuple(...Array.from({ length: people }, (_, index) => person(index + 1))),
      places: fc.tuple(...Array.from({ length: places }, (_, index) => place(index + 1))),
      drawn: fc.array(maybe(fc.record({ score: share, wish: share })), {
        minLength: people * places,
        maxLength: people * places,
      }),
    }),
  )
  .map(({ people, places, drawn }) => ({
    people,
    places,
    pairs: people.flatMap(({ id: participant }, row) =>
      places.flatMap(({ id: vacancy }, column) => {
        const pair = drawn[row * places.length + column];
        return pair === undefined ? [] : [{ participant, vacancy, ...pair }];
      }),
    ),
  }));

/** Requests with limits of supervisors and, at times, a floor. */
export const requests: fc.Arbitrary<AssignmentRequest> = fc
  .record({
    first: maybe(fc.integer({ min: 0, max: 3 })),
    floor: maybe(
      fc.record({
        weeks: fc.integer({ min: 1, max: 120 }),
        lastProposed: fc.dictionary(fc.constantFrom("p1", "p2", "p3"), day),
      }),
    ),
  })
  .map(({ first, floor }) => ({
    date,
    ...(first === undefined ? {} : { supervisorCapacity: { "School 1": first } }),
    ...(floor === undefined ? {} : { floor }),
  }));
