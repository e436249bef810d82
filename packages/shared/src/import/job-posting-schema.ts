import * as z from "zod";

/** One value or a list of them, as JSON-LD allows everywhere; read as a list. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item), item])
    .nullish()
    .transform((value): z.output<Item>[] => {
      if (value === null || value === undefined) return [];
      return Array.isArray(value) ? value : [value as z.output<Item>];
    });
}

const number = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(?:\.\d+)?\s*$/, "expected a number")])
  .transform(Number);
/** A text, or an object that has one as its name (`DefinedTerm`, `Occupation`, `Organization`, `Country`). */
const named = z
  .union([
    z.string(),
    z.number().transform(String),
    z
      .object({ name: z.string().nullish(), credentialCategory: z.string().nullish() })
      .transform(({ name, credentialCategory }) => name ?? credentialCategory ?? ""),
  ])
  .nullable();
const names = listOf(named).transform((values) => values.filter((value) => value !== null));

const addressText = z
  .union([
    z.string(),
    z
      .object({
        addressLocality: z.string().nullish(),
        addressRegion: z.string().nullish(),
        name: z.string().nullish(),
      })
      .transform(
        ({ addressLocality, name, addressRegion }) => addressLocality ?? name ?? addressRegion ?? "",
      ),
  ])
  .nullish();
const place = z.union([
  z.string().transform((name) => ({ name, address: undefined, geo: undefined })),
  z.object({
    name: z.string().nullish(),
    address: addressText,
    geo: z.object({ latitude: number, longitude: number }).nullish(),
  }),
]);

const identifier = listOf(
  z.union([z.string(), z.number(), z.object({ value: z.union([z.string(), z.number()]) })]),
);

/** The properties of a schema.org `JobPosting` that are read; others are let through unread. */
export const jobPosting = z.object({
  "@id": z.string().nullish(),
  id: z.union([z.string(), z.number()]).nullish(),
  identifier,
  url: z.string().nullish(),
  title: z.string(),
  hiringOrganization: names,
  relevantOccupation: names,
  occupationalCategory: names,
  jobLocation: listOf(place.nullable()),
  employmentType: listOf(z.string()),
  description: z.string().nullish(),
  responsibilities: names,
  qualifications: names,
  educationRequirements: names,
  experienceRequirements: listOf(z.unknown()).transform((values) =>
    values.flatMap((value) => named.safeParse(value).data ?? []),
  ),
  workHours: z.string().nullish(),
  skills: names,
  datePosted: z.string().nullish(),
  validThrough: z.string().nullish(),
  jobStartDate: z.string().nullish(),
  totalJobOpenings: number.nullish(),
});
export type JobPosting = z.infer<typeof jobPosting>;
