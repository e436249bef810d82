import {
  type Credential,
  type CredentialKind,
  credentialKinds,
  credentialNames,
  type Localised,
  type Participant,
  type Vacancy,
} from "@jobbmatch/shared";
import { dayNumber, dayText, firstDay, lastDay } from "../columns/day-number.ts";
import { canonicalList } from "./canonical-list.ts";
import { holdCredential } from "./changes/hold-credential.ts";
import { type DatedDefinition, type DatedDemand, DatedFacts } from "./dated-facts.ts";
import { defineRule } from "./define-rule.ts";
import { joinAll, joinAny } from "./localised-text.ts";
import { credentialRelaxations } from "./relaxations/drop-groups.ts";
import {
  describeGroups,
  groupsWith,
  judgeGroups,
  keyOfGroups,
  provenanceOf,
  type RequirementGroup,
  settleGroups,
} from "./requirement-groups.ts";
import type { Evidence, MatchContext, Outcome, Question, Remedy } from "./rule.ts";
import { startDay } from "./start-day.ts";

/** Credentials that the person holds, also expired ones; `undefined` when nobody has asked. */
type Fact = readonly Credential[] | undefined;
type Group = RequirementGroup<CredentialKind>;

interface Need {
  readonly groups: readonly Group[];
  /** Day on which the credentials must be valid, ISO date. */
  readonly start: string;
  /** The same as dated entries. */
  readonly demand: DatedDemand;
}

/** Demands credentials such as permits and registrations, valid on the start day. */
export const credentialsRule = defineRule<Fact, Need>({
  id: "credentials",
  name: { sv: "Intyg och behörigheter", en: "Credentials" },
  disclosure: { caseWorker: "full", employer: "full", participant: "full" },
  reads: ["credentials"],
  factOf: ({ credentials }: Participant) =>
    credentials && canonicalList(credentials.map(({ kind, validUntil }) => ({ kind, validUntil }))),
  needOf,
  judge: (need, fact) => judgeGroups(need.groups, judgeWith(need, fact)),
  needKeyOf: ({ groups, start }) => `${start}${keyOfGroups(groups)}`,
  createFacts: () => new DatedFacts(datedCredentials),
  explain,
  changesFor: (need, fact) =>
    groupsWith("fail", need.groups, judgeWith(need, fact)).flatMap(({ anyOf }) =>
      anyOf.map((kind) => holdCredential(kind, fact?.some((held) => held.kind === kind) ?? false)),
    ),
  relaxationsOf: credentialRelaxations,
});

/** Credentials as dated entries: the kind and the last valid day. */
const datedCredentials: DatedDefinition<Fact, Need> = {
  kinds: credentialKinds,
  entriesOf: (fact) =>
    fact?.map(({ kind, validUntil }) => ({
      kind: credentialKinds.indexOf(kind),
      from: firstDay,
      until: validUntil === undefined ? lastDay : dayNumber(validUntil),
    })),
  factOf: (entries) =>
    entries?.map(({ kind, until }) => ({
      kind: credentialKinds[kind] ?? "registration-other",
      validUntil: until === lastDay ? undefined : dayText(until),
    })),
  demandOf: ({ demand }) => demand,
};

function needOf(vacancy: Vacancy, context: MatchContext): Need | undefined {
  const groups = vacancy.credentials;
  if (groups === undefined || groups.length === 0) return undefined;
  const start = startDay(vacancy, context);
  const kinds = groups.map(({ anyOf }) => anyOf.map((kind) => credentialKinds.indexOf(kind)));
  return { groups, start, demand: { day: dayNumber(start), groups: kinds } };
}

function judgeWith({ start }: Need, fact: Fact): (kind: CredentialKind) => Outcome {
  if (fact === undefined) return () => "unknown";
  const valid = new Set(fact.filter((held) => isValidOn(held, start)).map(({ kind }) => kind));
  return (kind) => (valid.has(kind) ? "pass" : "fail");
}

function isValidOn({ validUntil }: Credential, day: string): boolean {
  return validUntil === undefined || day <= validUntil;
}

function explain(need: Need, fact: Fact): Evidence {
  return {
    required: describeGroups(need.groups, nameOf),
    found: foundText(need, fact),
    ...provenanceOf(need.groups),
    ...settleGroups(need.groups, judgeWith(need, fact), {
      questionsFor,
      remedyFor: (group) => remedyFor(group, fact),
    }),
  };
}

function nameOf(kind: CredentialKind): Localised {
  return credentialNames[kind];
}

function questionsFor({ anyOf }: Group): Question[] {
  const names = joinAny(anyOf.map(nameOf));
  const text = {
    sv: `Har personen giltigt intyg eller behörighet: ${names.sv}?`,
    en: `Does the person have a valid credential: ${names.en}?`,
  };
  return [{ id: `credentials:${anyOf.join("|")}`, text }];
}

/** To renew what has expired is shorter than to start on an alternative that the person never had. */
function remedyFor({ anyOf }: Group, fact: Fact): Remedy {
  const expired = anyOf.filter((kind) => fact?.some((held) => held.kind === kind));
  if (expired.length > 0) {
    const names = joinAny(expired.map(nameOf));
    const text = { sv: `Förnya: ${names.sv}`, en: `Renew: ${names.en}` };
    return { id: `credentials:${expired.join("|")}:renew`, text };
  }
  const names = joinAny(anyOf.map(nameOf));
  return {
    id: `credentials:${anyOf.join("|")}`,
    text: { sv: `Skaffa: ${names.sv}`, en: `Get: ${names.en}` },
  };
}

/** Only what the vacancy asks about: other credentials are not its business. */
function foundText({ groups, start }: Need, fact: Fact): Localised {
  if (fact === undefined) return { sv: "uppgift om intyg saknas", en: "no information on credentials" };
  const asked = new Set(groups.flatMap(({ anyOf }) => anyOf));
  const held = fact.filter(({ kind }) => asked.has(kind));
  if (held.length === 0) return { sv: "inget av dem", en: "none of them" };
  return joinAll(held.map((credential) => heldText(credential, start)));
}

function heldText(credential: Credential, start: string): Localised {
  const { sv, en } = nameOf(credential.kind);
  const { validUntil } = credential;
  if (validUntil === undefined) return { sv, en };
  return isValidOn(credential, start)
    ? { sv: `${sv} (gäller till och med ${validUntil})`, en: `${en} (valid until ${validUntil})` }
    : { sv: `${sv} (gick ut ${validUntil})`, en: `${en} (expired on ${validUntil})` };
}
