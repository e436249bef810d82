/** Wishes that name no occupation. */
export const vagueWishes: readonly string[] = [
  "Vad som helst",
  "Alla jobb",
  "Ett riktigt jobb",
  "Jobb med människor",
  "Något praktiskt, inte sitta still",
  "Jobb nära hemmet",
  "Vet inte än",
  "Praktik så att jag lär mig svenska",
  "jobb på dagtid",
  "Any job",
  "Heltidsjobb",
  "Arbete utomhus",
  "Inom skola eller vård",
];
