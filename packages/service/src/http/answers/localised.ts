import * as z from "zod";

/** A text in both languages. */
export const localised = z.strictObject({ sv: z.string(), en: z.string() }).meta({ id: "Localised" });
