import type { CredentialKind, DrivingLicence } from "@jobbmatch/shared";

/** What the generator knows of one occupation. */
export interface Occupation {
  /** The ordinary Swedish name, in small letters. */
  readonly title: string;
  /** Group of SSYK 2012, four digits. */
  readonly ssyk: string;
  /** Everyday, older and misspelled names in Swedish. */
  readonly otherTitles?: readonly string[];
  /** Names from other labour markets, mostly English. */
  readonly foreignTitles?: readonly string[];
  readonly skills: readonly string[];
  /** What one does, as Swedish verb phrases in the infinitive. */
  readonly tasks: readonly string[];
  /** The same as English verb phrases, for people who write in English. */
  readonly englishTasks?: readonly string[];
  /** How common it is as work in another country, relative to the others; default 1. */
  readonly abroad?: number;
  /** How common it is as work or internship in Sweden, relative to the others; default 1. */
  readonly sweden?: number;
  /** What people in it have studied. */
  readonly education?: string;
  /** Proofs that people in it may hold. */
  readonly credentials?: readonly CredentialKind[];
  /** Driving licences that people in it often hold. */
  readonly drivingLicences?: readonly DrivingLicence[];
}
