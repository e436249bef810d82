import { isoDate } from "@jobbmatch/shared";
import * as z from "zod";

/** A day that the database can reckon with, 1900 to 2199. */
export const storedDay = isoDate.regex(/^(?:19|20|21)\d\d-/, "expected a day from 1900 to 2199");

/** A whole number in a query, where everything is text. */
export function integerText<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    return typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  }, schema);
}
