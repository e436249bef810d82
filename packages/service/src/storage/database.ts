/** Sends statements to the database. Every query module takes one. */
export interface Queryable {
  /**
   * Runs one statement.
   *
   * @param values for `$1`, `$2`, …; objects for `jsonb` must be given as JSON text.
   * @returns rows. Integers of 64 bits come as numbers, times as ISO texts in UTC, days as `YYYY-MM-DD`.
   */
  query<Row extends object>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[] }>;
}

/**
 * The client of a transaction: what writes several rows that belong together asks for this. Statements may be sent
 * without waiting for those before them; they are carried out in their order, and after one that fails none is.
 */
export interface Transaction extends Queryable {
  readonly kind: "transaction";
}

/** The database. Outside of `transaction` each statement is a transaction of its own. */
export interface Database extends Queryable {
  readonly kind: "database";
  /**
   * Runs statements that take effect together or not at all. The function is run again when the server gave the
   * transaction up for the sake of another one (deadlock), so it must do nothing but query.
   */
  transaction<Value>(run: (transaction: Transaction) => Promise<Value>): Promise<Value>;
  /** Waits for what runs and closes all connections. */
  close(): Promise<void>;
}
