import { JobbmatchError } from "@jobbmatch/shared";
import * as z from "zod";
import { integerText } from "./query-fields.ts";

/** The most items of one page. */
const mostItems = 500;

/** Query fields of every list. */
export const pageQuery = {
  cursor: z
    .string()
    .max(500)
    .regex(/^[\w-]+$/)
    .optional()
    .meta({ description: "`next` of the page before. Absent: the first page." }),
  limit: integerText(z.int().min(1).max(mostItems))
    .default(100)
    .meta({ description: "The most items of the page." }),
};

/** The answer of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: "Cursor of the next page; null on the last one." }),
  });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Where a page begins: after this key of the list's order. Opaque to callers. */
export function encodeCursor(list: string, after: string): string {
  return Buffer.from(JSON.stringify([list, after])).toString("base64url");
}

/**
 * The key that a cursor holds.
 *
 * @param list name of the list, since a cursor of another list means nothing here.
 * @throws JobbmatchError `invalidCursor`.
 */
export function decodeCursor(list: string, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const parsed = cursorContent.safeParse(Buffer.from(cursor, "base64url").toString());
  if (!parsed.success || parsed.data[0] !== list)
    throw new JobbmatchError({
      code: "invalidCursor",
      field: "cursor",
      message: "use `next` of the same list",
    });
  return parsed.data[1];
}

const cursorContent = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.string(), z.string().max(300)]));

/** One page of rows that were read with one more than the limit, to see whether another page follows. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  { list, limit, keyOf, itemOf }: PageOptions<Row, Item>,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasNext = rows.length > limit && last !== undefined;
  return { items: shown.map(itemOf), next: hasNext ? encodeCursor(list, keyOf(last)) : null };
}

export interface PageOptions<Row, Item> {
  readonly list: string;
  readonly limit: number;
  readonly keyOf: (row: Row) => string;
  readonly itemOf: (row: Row) => Item;
}

/** The number that a cursor holds, or `undefined` for the first page. */
export function decodeNumberCursor(list: string, cursor: string | undefined): number | undefined {
  const key = decodeCursor(list, cursor);
  if (key === undefined) return undefined;
  if (/^\d{1,15}$/.test(key)) return Number(key);
  throw new JobbmatchError({
    code: "invalidCursor",
    field: "cursor",
    message: "use `next` of the same list",
  });
}
