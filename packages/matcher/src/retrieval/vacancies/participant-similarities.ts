import { backgroundPlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { TextIndex } from "../../vector-index/text-index.ts";
import type { ParticipantTexts } from "./participant-texts.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** How similar one participant's texts can be to vacancies at most, by their int8 codes: each text to all in one pass. */
export function greatestSimilarities(
  own: ParticipantTexts,
  { texts: vacancyTexts }: VacancyFeatures,
  slots: Uint32Array,
  index: TextIndex,
): ComparedVacancies {
  const places = Array.from(own.places).filter((place) => place !== 0);
  const vectors = places.map((place) => own.vectorOf(place - 1));
  const bounds = upperBounds(index, vectors, vacancyTexts.rowsOf(slots));
  const skills = Array.from(own.skillRows, (row) => own.vectorOf(row));
  const { skillRows } = vacancyTexts;
  const nearestSkill = new Float64Array(skillRows.length);
  for (const each of upperBounds(index, skills, skillRows)) raise(nearestSkill, each);
  const texts = Array.from(own.places, (place) => bounds[places.indexOf(place)]);
  return { ...nearest(texts, slots), nearestSkill, skillsOf: (slot) => vacancyTexts.skillsOf(slot) };
}

/** How similar one participant's texts are to vacancies. */
export function exactSimilarities(
  own: ParticipantTexts,
  features: VacancyFeatures,
  slots: Uint32Array,
): ComparedVacancies {
  const texts = Array.from(own.places, (place) => (place === 0 ? undefined : new Float64Array(slots.length)));
  const nearestSkill = new Float64Array(features.texts.skillRows.length);
  for (const [index, slot] of slots.entries()) {
    const stored = features.at(slot);
    const source = own.comparedWith(stored);
    for (const [place, similarities] of texts.entries()) {
      if (similarities !== undefined) similarities[index] = source.text(own.places[place] ?? 0, place);
    }
    for (const [position, number] of features.texts.skillsOf(slot).entries()) {
      nearestSkill[number] = source.skill(position, slot);
    }
  }
  return { ...nearest(texts, slots), nearestSkill, skillsOf: (slot) => features.texts.skillsOf(slot) };
}

type NearestTexts = Pick<ComparedVacancies, "slots" | "texts" | "background" | "wish">;

function nearest(texts: readonly (Float64Array | undefined)[], slots: Uint32Array): NearestTexts {
  const background = new Float64Array(slots.length).fill(Number.NEGATIVE_INFINITY);
  const wish = background.slice();
  for (const each of texts.slice(0, backgroundPlaces)) raise(background, each);
  for (const each of texts.slice(backgroundPlaces, placesPerSlot)) raise(wish, each);
  return { slots, texts, background, wish };
}

/** Raises numbers to those that are greater. */
function raise(numbers: Float64Array, others: Float64Array | undefined): void {
  if (others === undefined) return;
  for (let index = 0; index < numbers.length; index++) {
    const other = others[index] ?? 0;
    if (other > (numbers[index] ?? 0)) numbers[index] = other;
  }
}

/** For each vector what its similarity to each row is at most. */
function upperBounds(index: TextIndex, vectors: readonly Float32Array[], rows: Uint32Array): Float64Array[] {
  return index.compareMany(vectors, rows).map(({ background, errorOf }) => {
    const bounds = new Float64Array(rows.length);
    for (let position = 0; position < rows.length; position++) {
      bounds[position] = (background[position] ?? 0) + errorOf(rows[position] ?? 0);
    }
    return bounds;
  });
}
