import { centre, openPerson, type Scenario } from "./scenario.ts";

const place = {
  version: 1,
  location: centre,
  occupation: { text: "snickare", ssyk: "7111" },
  title: "Snickeri",
};

/**
 * The work ladder: individually adapted steps, and trust breaks if the step does not feel right. One person is in work
 * training and can go on to an internship; one has a subsidised job and lacks only a B licence for an ordinary one, and
 * an internship would be a step down.
 */
export const workLadder: Scenario = {
  id: "work-ladder",
  practice: "The work ladder: from conversations to an ordinary job, one step that feels right at a time",
  date: "2026-11-23",
  participants: [
    openPerson("p-in-work-training", {
      currentPlacement: { placementType: "work-training", since: "2026-08-01" },
      eligibility: [{ placementType: "work-training", until: "2026-12-31" }],
      wishes: [{ text: "snickare", ssyk: "7111" }],
    }),
    openPerson("p-in-subsidised-job", {
      currentPlacement: { placementType: "municipal-job", since: "2026-02-01" },
      experiences: [{ occupation: "snickare", ssyk: "7111", months: 48, lastYear: 2026 }],
    }),
  ],
  vacancies: [
    { ...place, id: "v-work-training", employer: "Workshop 1", placementType: "work-training" },
    { ...place, id: "v-internship", employer: "Carpenter 1", placementType: "internship" },
    {
      ...place,
      id: "v-internship-office",
      employer: "Office 1",
      placementType: "internship",
      title: "Kontor",
      occupation: { text: "kontorsassistent", ssyk: "4112" },
    },
    {
      ...place,
      id: "v-ordinary",
      employer: "Carpenter 2",
      placementType: "ordinary",
      drivingLicences: [{ anyOf: ["B"] }],
    },
  ],
};
