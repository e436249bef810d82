import type { Participant } from "@jobbmatch/shared";
import type { Bitset } from "../rules/bitset.ts";
import type { ParticipantStore } from "../store/participant-store.ts";
import { experienceCode, occupationIn, wishCode } from "../text/occupation-code.ts";

/** What people could work with, and where. */
export interface Capabilities {
  /** People by the SSYK code of work that they have done. */
  readonly experienced: ReadonlyMap<string, ReadonlySet<number>>;
  /** People by the SSYK code of work that they wish for. */
  readonly wishing: ReadonlyMap<string, ReadonlySet<number>>;
  /** People by the municipality that they live in. */
  readonly living: ReadonlyMap<string, ReadonlySet<number>>;
  /** How often each name of an occupation is used. */
  readonly names: ReadonlyMap<string, number>;
  /** People of whom neither work nor wishes are known by a code. */
  readonly undirected: ReadonlySet<number>;
}

/** Reads from the profiles what people could do; nothing of their own words is kept. */
export function capabilitiesOf(participants: ParticipantStore, people: Bitset): Capabilities {
  const experienced = new Map<string, Set<number>>();
  const wishing = new Map<string, Set<number>>();
  const living = new Map<string, Set<number>>();
  const names = new Map<string, number>();
  const undirected = new Set<number>();
  for (const slot of people) {
    const participant = participants.at(slot)?.participant;
    if (participant === undefined) continue;
    const { experiences = [], wishes = [], home } = participant;
    const had = experiences.map(experienceCode).filter((code) => code !== undefined);
    const wished = wishes.map(wishCode).filter((code) => code !== undefined);
    for (const code of had) note(experienced, code, slot);
    for (const code of wished) note(wishing, code, slot);
    if (home !== undefined) note(living, home.municipality, slot);
    for (const name of namesIn(participant)) names.set(name, (names.get(name) ?? 0) + 1);
    if (had.length + wished.length === 0) undirected.add(slot);
  }
  return { experienced, wishing, living, names, undirected };
}

function note(groups: Map<string, Set<number>>, key: string, slot: number): void {
  groups.set(key, (groups.get(key) ?? new Set()).add(slot));
}

function namesIn({ experiences = [], wishes = [] }: Participant): string[] {
  const texts = [...experiences.map(({ occupation }) => occupation), ...wishes.map(({ text }) => text)];
  return texts.flatMap((text) => occupationIn(text)?.name ?? []);
}
