import { JobbmatchError } from "@jobbmatch/shared";

/** For somebody who does not exist, and in the same words for somebody whom the asker may not see. */
export function unknownParticipant(id: string): JobbmatchError {
  return new JobbmatchError({ code: "unknownParticipant", id, message: "there is no such participant" });
}

export function unknownVacancy(id: string): JobbmatchError {
  return new JobbmatchError({ code: "unknownVacancy", id, message: "there is no such vacancy" });
}
