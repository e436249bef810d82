export type { Change, ProfileChange, VacancyChange } from "../rules/change.ts";
export { defaultEfforts, type EffortKind, type Efforts } from "../rules/effort.ts";
export type { ParticipantUnlock, ParticipantUnlocks } from "./participant-unlocks.ts";
export type { NamedChange, Unlock, Unlocks } from "./unlock.ts";
export { type UnlockRequest, unlockRequest } from "./unlock-request.ts";
export type { VacancyUnlocks } from "./vacancy-unlocks.ts";
