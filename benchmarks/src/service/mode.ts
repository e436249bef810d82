/** Where data and jobs are kept: PGlite in the service, PostgreSQL, or PostgreSQL and Redis. */
export const modes = ["embedded", "postgres", "redis"] as const;
export type Mode = (typeof modes)[number];

export const modeNames: Readonly<Record<Mode, string>> = {
  embedded: "PGlite",
  postgres: "PostgreSQL",
  redis: "PostgreSQL + Redis",
};
