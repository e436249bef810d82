import type { Queryable } from "../../src/storage/database.ts";

/** One line of the description for each part of the schema `public`, in a fixed order on every version of PostgreSQL. */
const description = `
  SELECT 1 AS part, relname || '.' || lpad(attnum::text, 3, '0') AS place,
         format('column %s.%s %s%s%s%s', relname, attname, format_type(atttypid, atttypmod),
           CASE WHEN attcollation <> 0 AND collname <> 'default' THEN format(' COLLATE %I', collname) ELSE '' END,
           CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END,
           CASE WHEN attidentity <> '' THEN ' GENERATED ALWAYS AS IDENTITY'
                WHEN attgenerated <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(adbin, adrelid) || ') STORED'
                WHEN adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(adbin, adrelid) ELSE '' END) AS line
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  LEFT JOIN pg_collation ON pg_collation.oid = attcollation
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
  UNION ALL
  SELECT 2, relname || '.' || conname, format('constraint %s.%s %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
  FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
  WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'p', 'u')
  UNION ALL
  SELECT 3, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL
  SELECT 4, proname, pg_get_functiondef(pg_proc.oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL
  SELECT 5, tgname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger
  JOIN pg_class ON pg_class.oid = tgrelid
  WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal`;

/** The schema as it is in a database, as text: what the migrations come to. */
export async function dumpSchema(client: Queryable): Promise<string> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT line FROM (${description}) AS parts ORDER BY part, place COLLATE "C"`,
  );
  return `${rows.map(({ line }) => line.trimEnd()).join("\n")}\n`;
}
