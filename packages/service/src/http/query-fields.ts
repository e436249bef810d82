import * as z from "zod";

/** A whole number in a query, where everything is text. */
export function integerText<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  }, schema);
}

/** A yes or no in a query. */
export const booleanText = z.enum(["true", "false"]).transform((value) => value === "true");
