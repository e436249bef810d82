import type { PlacementTypeCatalogueInput } from "./placement-type-schema.ts";

/**
 * Facts from the Swedish Public Employment Service's descriptions of its programmes and support, and from the
 * government's notices of when they began and ended. `extra-service` (*extratjänst*) has been closed for new decisions
 * since 2022 and stays for history. Municipal jobs are the municipality's own: up to a quarter of them is study here,
 * as in the practice that they were modelled on; a municipality with other rules gives its own catalogue.
 */
export const placementTypeTable: PlacementTypeCatalogueInput = {
  "work-training": {
    name: { sv: "arbetsträning", en: "work training" },
    step: 1,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: true, maximumMonths: 6 }],
  },
  internship: {
    name: { sv: "arbetspraktik", en: "internship" },
    step: 2,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: false, maximumMonths: 6 }],
  },
  education: {
    name: { sv: "utbildning", en: "education" },
    step: 4,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: false, maximumStudyShare: 1 }],
  },
  "introductory-job": {
    name: { sv: "introduktionsjobb", en: "introductory job" },
    step: 3,
    // It may be combined with studies as long as most of it is work.
    periods: [
      {
        from: "2018-05-01",
        open: true,
        requiresEligibility: true,
        maximumStudyShare: 0.5,
        maximumMonths: 24,
      },
    ],
  },
  "new-start-job": {
    name: { sv: "nystartsjobb", en: "new start job" },
    step: 3,
    periods: [{ from: "2007-01-01", open: true, requiresEligibility: true, maximumMonths: 24 }],
  },
  "establishment-job": {
    name: { sv: "etableringsjobb", en: "establishment job" },
    step: 3,
    periods: [
      {
        from: "2024-01-01",
        open: true,
        requiresEligibility: true,
        maximumMonths: 24,
      },
    ],
  },
  "development-employment": {
    name: { sv: "utvecklingsanställning", en: "development employment" },
    step: 3,
    periods: [{ from: "2017-07-01", open: true, requiresEligibility: true, maximumMonths: 24 }],
  },
  "municipal-job": {
    name: { sv: "kommunal arbetsmarknadsanställning", en: "municipal labour-market employment" },
    step: 3,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: true, maximumStudyShare: 0.25 }],
  },
  "extra-service": {
    name: { sv: "extratjänst", en: "extra service job" },
    step: 3,
    periods: [
      {
        from: "2015-11-01",
        until: "2021-12-31",
        open: true,
        requiresEligibility: true,
        maximumMonths: 24,
      },
      { from: "2022-01-01", open: false, requiresEligibility: true },
    ],
  },
  apprenticeship: {
    name: { sv: "lärlingsanställning", en: "apprenticeship" },
    step: 3,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: false, maximumStudyShare: 0.5 }],
  },
  ordinary: {
    name: { sv: "ordinarie arbete", en: "ordinary job" },
    step: 4,
    periods: [{ from: "2000-01-01", open: true, requiresEligibility: false }],
  },
};
