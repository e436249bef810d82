import { weighted } from "./distributions.ts";
import type { WorkPattern } from "./work-patterns.ts";

/** A kind of workplace, with what it offers and how common its places are. */
export interface Workplace {
  /** Begins the employer's id, such as `Förskola 12`. */
  readonly name: string;
  /** How many workplaces of this kind there are in the area. */
  readonly number: number;
  /** Relative share of all places. */
  readonly share: number;
  /** With its article, such as "ett äldreboende". */
  readonly indefinite: string;
  /** Where one works, such as "på äldreboendet". */
  readonly inside: string;
  /** Titles of the occupation table with relative weights. */
  readonly occupations: readonly (readonly [title: string, weight: number])[];
  readonly pattern: WorkPattern;
  /** Whether the municipality runs it: most placements that are not ordinary jobs are there. */
  readonly municipal: boolean;
}

export const workplaces: readonly Workplace[] = [
  {
    name: "Äldreboende",
    number: 24,
    share: 15,
    indefinite: "ett äldreboende",
    inside: "på äldreboendet",
    occupations: [
      ["undersköterska", 9],
      ["vårdbiträde", 7],
      ["måltidsbiträde", 2],
      ["lokalvårdare", 2],
      ["sjuksköterska", 1],
    ],
    pattern: "care",
    municipal: true,
  },
  {
    name: "Hemtjänst",
    number: 12,
    share: 6,
    indefinite: "en hemtjänstgrupp",
    inside: "i hemtjänstgruppen",
    occupations: [
      ["undersköterska", 3],
      ["omsorgspersonal i hemtjänst", 5],
    ],
    pattern: "care",
    municipal: true,
  },
  {
    name: "Gruppbostad",
    number: 16,
    share: 4,
    indefinite: "en gruppbostad",
    inside: "på gruppbostaden",
    occupations: [
      ["boendestödjare", 4],
      ["personlig assistent", 4],
    ],
    pattern: "care",
    municipal: true,
  },
  {
    name: "Förskola",
    number: 40,
    share: 11,
    indefinite: "en förskola",
    inside: "på förskolan",
    occupations: [
      ["barnskötare", 8],
      ["måltidsbiträde", 3],
      ["lokalvårdare", 1],
      ["förskollärare", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Skola",
    number: 28,
    share: 11,
    indefinite: "en grundskola",
    inside: "på skolan",
    occupations: [
      ["elevassistent", 5],
      ["måltidsbiträde", 3],
      ["skolvaktmästare", 3],
      ["lokalvårdare", 2],
      ["biblioteksassistent", 1],
      ["skoladministratör", 1],
      ["modersmålslärare", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Storkök",
    number: 14,
    share: 8,
    indefinite: "ett kommunalt kök",
    inside: "i köket",
    occupations: [
      ["måltidsbiträde", 7],
      ["kock", 3],
    ],
    pattern: "early",
    municipal: true,
  },
  {
    name: "Städenhet",
    number: 10,
    share: 8,
    indefinite: "en städenhet",
    inside: "på städenheten",
    occupations: [["lokalvårdare", 10]],
    pattern: "early",
    municipal: true,
  },
  {
    name: "Parkenhet",
    number: 6,
    share: 6,
    indefinite: "ett arbetslag för parker och grönytor",
    inside: "i arbetslaget",
    occupations: [
      ["parkarbetare", 7],
      ["skogsarbetare", 2],
      ["kyrkogårdsarbetare", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Återbruk",
    number: 5,
    share: 4,
    indefinite: "en verksamhet för återbruk",
    inside: "på återbruket",
    occupations: [
      ["säljare second hand", 4],
      ["återvinningsarbetare", 3],
      ["cykelreparatör", 2],
      ["skräddare", 2],
      ["möbelsnickare", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Fastighetsenhet",
    number: 6,
    share: 3,
    indefinite: "en fastighetsenhet",
    inside: "på fastighetsenheten",
    occupations: [
      ["vaktmästare", 5],
      ["fastighetsskötare", 4],
      ["målare", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Tvätteri",
    number: 3,
    share: 1,
    indefinite: "ett tvätteri",
    inside: "på tvätteriet",
    occupations: [["tvätteriarbetare", 1]],
    pattern: "early",
    municipal: true,
  },
  {
    name: "Livsmedelsbutik",
    number: 30,
    share: 6,
    indefinite: "en livsmedelsbutik",
    inside: "i butiken",
    occupations: [
      ["butiksmedarbetare", 7],
      ["kassapersonal", 2],
      ["bagare", 1],
    ],
    pattern: "retail",
    municipal: false,
  },
  {
    name: "Klädbutik",
    number: 12,
    share: 2,
    indefinite: "en klädbutik",
    inside: "i butiken",
    occupations: [
      ["klädsäljare", 3],
      ["skräddare", 1],
    ],
    pattern: "retail",
    municipal: false,
  },
  {
    name: "Lager",
    number: 18,
    share: 6,
    indefinite: "ett lager",
    inside: "på lagret",
    occupations: [
      ["lagerarbetare", 6],
      ["truckförare", 2],
      ["handpaketerare", 3],
    ],
    pattern: "shift",
    municipal: false,
  },
  {
    name: "Transport",
    number: 12,
    share: 4,
    indefinite: "ett transportföretag",
    inside: "på transportföretaget",
    occupations: [
      ["budbilsförare", 4],
      ["lastbilsförare", 2],
      ["bussförare", 2],
      ["taxiförare", 1],
    ],
    pattern: "shift",
    municipal: false,
  },
  {
    name: "Restaurang",
    number: 25,
    share: 4,
    indefinite: "en restaurang",
    inside: "på restaurangen",
    occupations: [
      ["restaurangbiträde", 5],
      ["kock", 2],
      ["pizzabagare", 1],
      ["servitör", 1],
      ["kafébiträde", 2],
    ],
    pattern: "evening",
    municipal: false,
  },
  {
    name: "Hotell",
    number: 6,
    share: 2,
    indefinite: "ett hotell",
    inside: "på hotellet",
    occupations: [
      ["hotellstädare", 5],
      ["hotellreceptionist", 1],
    ],
    pattern: "retail",
    municipal: false,
  },
  {
    name: "Bageri",
    number: 5,
    share: 1,
    indefinite: "ett bageri",
    inside: "i bageriet",
    occupations: [["bagare", 1]],
    pattern: "early",
    municipal: false,
  },
  {
    name: "Industri",
    number: 14,
    share: 3,
    indefinite: "ett industriföretag",
    inside: "på fabriken",
    occupations: [
      ["montör", 4],
      ["maskinoperatör", 2],
      ["livsmedelsarbetare", 2],
      ["svetsare", 1],
      ["sömmare", 2],
    ],
    pattern: "shift",
    municipal: false,
  },
  {
    name: "Bygg",
    number: 14,
    share: 2,
    indefinite: "ett byggföretag",
    inside: "på bygget",
    occupations: [
      ["byggnadsarbetare", 3],
      ["grovarbetare", 2],
      ["snickare", 1],
      ["målare", 2],
      ["anläggningsarbetare", 2],
    ],
    pattern: "day",
    municipal: false,
  },
  {
    name: "Bilverkstad",
    number: 10,
    share: 1.5,
    indefinite: "en bilverkstad",
    inside: "på verkstaden",
    occupations: [
      ["bilmekaniker", 3],
      ["bilrekonditionerare", 3],
    ],
    pattern: "day",
    municipal: false,
  },
  {
    name: "Kontor",
    number: 12,
    share: 2,
    indefinite: "ett kommunkontor",
    inside: "på kontoret",
    occupations: [
      ["kontorsassistent", 4],
      ["receptionist", 2],
      ["ekonomiassistent", 1],
      ["supporttekniker", 1],
    ],
    pattern: "day",
    municipal: true,
  },
  {
    name: "Vuxenutbildning",
    number: 4,
    share: 5,
    indefinite: "en vuxenutbildning",
    inside: "på vuxenutbildningen",
    occupations: [
      ["undersköterska", 6],
      ["barnskötare", 3],
      ["kock", 2],
      ["bagare", 1],
      ["svetsare", 1],
      ["bussförare", 1],
      ["lokalvårdare", 1],
    ],
    pattern: "study",
    municipal: true,
  },
];

/** Draws a kind of workplace by its share of the places. */
export const drawWorkplace = weighted(workplaces.map((workplace) => [workplace, workplace.share]));
