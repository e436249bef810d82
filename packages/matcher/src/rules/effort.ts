/**
 * What a change costs whoever has to bring it about, on one scale without a unit: from asking a question (1) to getting a
 * profession registered. Only proportions and order matter. The defaults are judgements of this project, made to be
 * replaced by a unit that knows better.
 */
export const defaultEfforts = {
  /** Ask the person and write down the answer. */
  question: 1,
  /** Begin earlier or stay longer than was said. */
  date: 2,
  /** Work more or fewer hours a week, for each step of 5 hours. */
  hours: 2,
  /** Travel further, for each 5 kilometres. */
  distance: 2,
  /** Free one more weekday, for example by moving a course. */
  weekday: 3,
  /** Work evenings, nights, weekends or shifts. */
  workingTime: 5,
  /** Renew what has expired. */
  renewal: 5,
  /** A course of a day or two, such as food hygiene or first aid. */
  shortCourse: 6,
  /** Apply for a decision on eligibility. */
  decision: 8,
  /** A permit with training of some days or weeks, such as a truck permit. */
  permit: 12,
  /** One level of a language: about one SFI course. */
  languageLevel: 20,
  /** A driving licence for a car, a moped or a motorcycle. */
  drivingLicence: 30,
  /** A driving licence for a lorry, a bus or a trailer. */
  heavyDrivingLicence: 45,
  /** A professional registration or title. */
  registration: 100,

  /** The workplace accepts one level lower in a language. */
  lowerLevel: 3,
  /** The workplace begins later, for each week. */
  laterStart: 1,
  /** The workplace offers other hours, for each step of 5 hours. */
  otherHours: 3,
  /** The workplace does without somebody on one weekday. */
  weekdayOff: 4,
  /** The workplace lets the hours be agreed on within wider times. */
  widerTimes: 5,
  /** The workplace lets go of evenings, nights, weekends or shifts. */
  noSuchTimes: 6,
  /** The workplace lets go of a demand for a language, a licence or a credential. */
  droppedDemand: 8,
  /** The opening becomes another kind of placement. */
  otherPlacement: 10,
} as const satisfies Record<string, number>;

export type EffortKind = keyof typeof defaultEfforts;
export const effortKinds = Object.keys(defaultEfforts) as [EffortKind, ...EffortKind[]];
export type Efforts = Readonly<Record<EffortKind, number>>;
