export { fourPlusOne } from "./four-plus-one.ts";
export { jobCorner } from "./job-corner.ts";
export { oneHouse } from "./one-house.ts";
export type { Scenario } from "./scenario.ts";
export { studyShare } from "./study-share.ts";
export { workLadder } from "./work-ladder.ts";
