import type { Problem, Result } from "../errors.ts";
import { isoDate, longTextLimit, shortTextLimit } from "../schemas/fields.ts";
import type { VacancyInput } from "../schemas/vacancy.ts";

/** A vacancy in our form, and what of the foreign record could not be taken over. */
export interface AdaptedVacancy {
  readonly vacancy: VacancyInput;
  readonly notes: readonly Problem[];
}

export type AdaptedResult = Result<AdaptedVacancy>;

/** Gathers what an adapter had to leave out or cut, so that nothing is dropped in silence. */
export class Notes {
  readonly list: Problem[] = [];
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  add(code: Problem["code"], field: string, message: string): void {
    this.list.push({ code, id: this.#id, field, message });
  }

  /** The calendar day of a date or date with time; the time zone is the sender's. */
  day(value: string | null | undefined, field: string): string | undefined {
    if (value === null || value === undefined || value.trim() === "") return undefined;
    const day = value.trim().slice(0, 10);
    if (isoDate.safeParse(day).success) return day;
    this.add("invalidDate", field, "not a date, left out");
    return undefined;
  }

  line(value: string | null | undefined, field: string): string | undefined {
    return this.#cut(value?.replace(/\s+/gu, " "), field, shortTextLimit);
  }

  text(value: string | null | undefined, field: string): string | undefined {
    return this.#cut(value?.replace(/\r\n?/gu, "\n"), field, longTextLimit);
  }

  lines(values: readonly (string | null | undefined)[], field: string): string[] {
    const lines = values.map((value, index) => this.line(value, `${field}.${index}`));
    return lines.filter((line) => line !== undefined);
  }

  #cut(value: string | undefined, field: string, limit: number): string | undefined {
    const trimmed = value?.trim();
    if (trimmed === undefined || trimmed === "") return undefined;
    if (trimmed.length <= limit) return trimmed;
    this.add("textTooLong", field, `cut to ${limit} characters`);
    // A cut must not leave half a character behind.
    return trimmed
      .slice(0, limit)
      .replace(/[\uD800-\uDBFF]$/, "")
      .trimEnd();
  }
}

/** An object without the fields that are undefined. */
export function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}

/** What stands for the employer where a record names none. */
export const unknownEmployer = "Okänd arbetsgivare";

/** Hours of full-time work in a week. */
export const fullTimeHours = 40;
