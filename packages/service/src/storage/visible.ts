/** Units whose data somebody may see; `null`: all. */
export type VisibleUnits = readonly string[] | null;

/** Whether something that belongs to a unit may be seen. */
export function isVisible(unit: string, units: VisibleUnits): boolean {
  return units === null || units.includes(unit);
}

/** Whether a vacancy may be seen: those without units of their own are for all. */
export function isVacancyVisible(vacancyUnits: readonly string[] | null, units: VisibleUnits): boolean {
  return vacancyUnits === null || units === null || vacancyUnits.some((unit) => units.includes(unit));
}
