import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { ParticipantTexts } from "./participant-texts.ts";
import { raiseTo } from "./raise-to.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** How similar one participant's texts are to vacancies. */
export function exactSimilarities(
  own: ParticipantTexts,
  features: VacancyFeatures,
  slots: Uint32Array,
): ComparedVacancies {
  const texts = Array.from(own.places, (place) => (place === 0 ? undefined : new Float64Array(slots.length)));
  const nearestSkill = new Float64Array(features.texts.skillRows.length);
  for (const [index, slot] of slots.entries()) {
    const source = own.comparedWith(features.at(slot));
    for (const [place, similarities] of texts.entries()) {
      if (similarities !== undefined) similarities[index] = source.text(own.places[place] ?? 0, place);
    }
    for (const [position, number] of features.texts.skillsOf(slot).entries()) {
      nearestSkill[number] = source.skill(position, slot);
    }
  }
  const nearest = (from: number, to: number) => {
    const all = new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY);
    for (const each of texts.slice(from, to)) if (each !== undefined) raiseTo(all, each);
    return all;
  };
  return {
    slots,
    experience: texts.slice(0, experiencePlaces),
    background: nearest(0, backgroundPlaces),
    wish: nearest(backgroundPlaces, placesPerSlot),
    nearestSkill,
    skillsOf: (slot) => features.texts.skillsOf(slot),
  };
}
