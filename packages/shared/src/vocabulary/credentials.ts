import type { Localised } from "../localised.ts";

/** Proofs of competence other than driving licences that a vacancy can demand. Most of them expire. */
export const credentialNames = {
  "truck-a": { sv: "truckkort klass A (låglyftare)", en: "truck permit class A (low lift)" },
  "truck-b": { sv: "truckkort klass B (höglyftare)", en: "truck permit class B (high lift)" },
  "truck-c": { sv: "truckkort klass C (terränghjulstruck)", en: "truck permit class C (rough terrain)" },
  "truck-d": { sv: "truckkort klass D (specialtruck)", en: "truck permit class D (special trucks)" },
  "ykb-goods": { sv: "yrkeskompetensbevis (YKB) gods", en: "certificate of professional competence, goods" },
  "ykb-passengers": {
    sv: "yrkeskompetensbevis (YKB) persontransport",
    en: "certificate of professional competence, passengers",
  },
  "taxi-driver": { sv: "taxiförarlegitimation", en: "taxi driver's licence" },
  adr: { sv: "ADR-intyg (farligt gods)", en: "ADR certificate (dangerous goods)" },
  "food-hygiene": { sv: "livsmedelshygien", en: "food hygiene certificate" },
  "hot-work": { sv: "heta arbeten", en: "hot work certificate" },
  "mobile-platform": { sv: "liftutbildning", en: "mobile platform permit" },
  "first-aid": { sv: "hjärt-lungräddning (HLR)", en: "cardiopulmonary resuscitation course" },
  "road-work": { sv: "arbete på väg", en: "road work safety course" },
  "security-guard": { sv: "väktarutbildning", en: "security guard training" },
  "registration-nurse": { sv: "legitimation som sjuksköterska", en: "registration as a nurse" },
  "registration-doctor": { sv: "legitimation som läkare", en: "registration as a doctor" },
  "registration-physiotherapist": {
    sv: "legitimation som fysioterapeut",
    en: "registration as a physiotherapist",
  },
  "registration-occupational-therapist": {
    sv: "legitimation som arbetsterapeut",
    en: "registration as an occupational therapist",
  },
  "registration-psychologist": { sv: "legitimation som psykolog", en: "registration as a psychologist" },
  "registration-teacher": { sv: "lärarlegitimation", en: "registration as a teacher" },
  "registration-preschool-teacher": {
    sv: "legitimation som förskollärare",
    en: "registration as a preschool teacher",
  },
  "registration-other": { sv: "annan yrkeslegitimation", en: "another professional registration" },
  "assistant-nurse-title": {
    sv: "skyddad yrkestitel undersköterska",
    en: "protected professional title of assistant nurse",
  },
} as const satisfies Record<string, Localised>;

export type CredentialKind = keyof typeof credentialNames;
export const credentialKinds = Object.keys(credentialNames) as [CredentialKind, ...CredentialKind[]];
