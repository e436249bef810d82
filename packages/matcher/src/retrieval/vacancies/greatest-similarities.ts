import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { TextIndex } from "../../vector-index/text-index.ts";
import { once } from "../once.ts";
import { nearestOf } from "./nearest-of.ts";
import type { ParticipantTexts } from "./participant-texts.ts";
import { picked } from "./picked.ts";
import type { VacancyTexts } from "./vacancy-texts.ts";

/** What is compared. */
interface Source {
  readonly own: ParticipantTexts;
  readonly vacancyTexts: VacancyTexts;
  readonly index: TextIndex;
  readonly nearestSkill: () => Float64Array;
}

/** Similarities that were worked out together, each with an element for each vacancy. */
interface Compared {
  readonly texts: readonly (Float64Array | undefined)[];
  readonly nearest: Float64Array;
}

/**
 * How similar one participant's texts can be to some vacancies at most, by their int8 codes. Texts of a kind are compared when
 * a feature asks for them: with all vacancies that are left then, four texts in one pass.
 */
export class GreatestSimilarities implements ComparedVacancies {
  readonly slots: Uint32Array;
  readonly #source: Source;
  #background: Compared | undefined;
  #wishes: Compared | undefined;

  private constructor(slots: Uint32Array, source: Source) {
    this.slots = slots;
    this.#source = source;
  }

  static of(
    own: ParticipantTexts,
    vacancyTexts: VacancyTexts,
    index: TextIndex,
    slots: Uint32Array,
  ): GreatestSimilarities {
    const nearestSkill = once(() => {
      const skills = Array.from(own.skillRows, (row) => own.vectorOf(row));
      return nearestOf(index.boundMany(skills, vacancyTexts.skillRows), vacancyTexts.skillRows.length, 0);
    });
    return new GreatestSimilarities(slots, { own, vacancyTexts, index, nearestSkill });
  }

  get experience(): readonly (Float64Array | undefined)[] {
    return this.#comparedBackground().texts.slice(0, experiencePlaces);
  }

  get background(): Float64Array {
    return this.#comparedBackground().nearest;
  }

  get wish(): Float64Array {
    this.#wishes ??= this.#compare(this.#source.own.places.subarray(backgroundPlaces, placesPerSlot));
    return this.#wishes.nearest;
  }

  get nearestSkill(): Float64Array {
    return this.#source.nearestSkill();
  }

  skillsOf(slot: number): Uint32Array {
    return this.#source.vacancyTexts.skillsOf(slot);
  }

  /** The same of the vacancies at some positions. What was compared already is kept. */
  at(positions: Uint32Array): GreatestSimilarities {
    const narrowed = new GreatestSimilarities(picked(this.slots, positions), this.#source);
    narrowed.#background = pickedOf(this.#background, positions);
    narrowed.#wishes = pickedOf(this.#wishes, positions);
    return narrowed;
  }

  #comparedBackground(): Compared {
    this.#background ??= this.#compare(this.#source.own.places.subarray(0, backgroundPlaces));
    return this.#background;
  }

  /** @param places rows + 1, or 0 where there is no text. */
  #compare(places: Uint32Array): Compared {
    const { own, vacancyTexts, index } = this.#source;
    const rows = Array.from(
      places.filter((place) => place !== 0),
      (place) => place - 1,
    );
    const bounds = index.boundMany(
      rows.map((row) => own.vectorOf(row)),
      vacancyTexts.rowsOf(this.slots),
    );
    const texts = Array.from(places, (place) => bounds[rows.indexOf(place - 1)]);
    return { texts, nearest: nearestOf(bounds, this.slots.length, Number.NEGATIVE_INFINITY) };
  }
}

function pickedOf(compared: Compared | undefined, positions: Uint32Array): Compared | undefined {
  if (compared === undefined) return undefined;
  const { texts, nearest } = compared;
  return {
    texts: texts.map((text) => text && picked(text, positions)),
    nearest: picked(nearest, positions),
  };
}
