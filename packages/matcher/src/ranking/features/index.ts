import type { Feature } from "../feature.ts";
import { distanceFeature } from "./distance.ts";
import { experienceFeature } from "./experience.ts";
import { languageFeature } from "./language.ts";
import { scheduleFeature } from "./schedule.ts";
import { similarityFeature } from "./similarity.ts";
import { skillsFeature } from "./skills.ts";
import { wishFeature } from "./wish.ts";

/** All features, in the order in which they are shown. */
export const features: readonly Feature[] = [
  similarityFeature,
  experienceFeature,
  wishFeature,
  skillsFeature,
  languageFeature,
  scheduleFeature,
  distanceFeature,
];
