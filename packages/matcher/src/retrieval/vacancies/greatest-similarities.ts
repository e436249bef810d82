import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { TextIndex } from "../../vector-index/text-index.ts";
import type { ParticipantTexts } from "./participant-texts.ts";
import { picked } from "./picked.ts";
import { raiseTo } from "./raise-to.ts";
import type { ReusedArrays } from "./reused-arrays.ts";
import type { VacancyTexts } from "./vacancy-texts.ts";

/** What is compared, and where the similarities are written. */
interface Source {
  readonly own: ParticipantTexts;
  readonly vacancyTexts: VacancyTexts;
  readonly index: TextIndex;
  readonly arrays: ReusedArrays;
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
  slots: Uint32Array;
  readonly #source: Source;
  #background: Compared | undefined;
  #wishes: Compared | undefined;
  #nearestSkill: Float64Array | undefined;

  constructor(slots: Uint32Array, source: Source) {
    this.slots = source.arrays.numbers("slots", slots.length);
    this.slots.set(slots);
    this.#source = source;
  }

  get experience(): readonly (Float64Array | undefined)[] {
    return this.#comparedBackground().texts;
  }

  get background(): Float64Array {
    return this.#comparedBackground().nearest;
  }

  get wish(): Float64Array {
    this.#wishes ??= this.#compare(
      "wishes",
      this.#source.own.places.subarray(backgroundPlaces, placesPerSlot),
    );
    return this.#wishes.nearest;
  }

  /** Of those skills that the vacancies ask for which are left when this is asked for first; 0 of others. */
  get nearestSkill(): Float64Array {
    this.#nearestSkill ??= this.#compareSkills();
    return this.#nearestSkill;
  }

  skillsOf(slot: number): Uint32Array {
    return this.#source.vacancyTexts.skillsOf(slot);
  }

  /** Leaves out all vacancies but those at some positions, which rise. What was compared already is kept. */
  keep(positions: Uint32Array): void {
    this.slots = picked(this.slots, positions);
    this.#background = pickedOf(this.#background, positions);
    this.#wishes = pickedOf(this.#wishes, positions);
  }

  #comparedBackground(): Compared {
    this.#background ??= this.#compare("background", this.#source.own.places.subarray(0, backgroundPlaces));
    return this.#background;
  }

  /** @param places rows + 1, or 0 where there is no text. */
  #compare(name: "background" | "wishes", places: Uint32Array): Compared {
    const { vacancyTexts, index, arrays } = this.#source;
    const { length } = this.slots;
    const rows = places.filter((place) => place !== 0).map((place) => place - 1);
    const nearest = arrays.floats(`nearest ${name}`, length).fill(Number.NEGATIVE_INFINITY);
    const texts = Array.from(rows.subarray(0, experiencePlaces), (_, text) =>
      arrays.floats(`${name} ${text}`, length),
    );
    index.boundMany(rows, vacancyTexts.rowsOf(this.slots), ({ text, from, bounds }) => {
      texts[text]?.set(bounds, from);
      raiseTo(nearest, bounds, from);
    });
    let text = 0;
    const inPlace = Array.from(places, (place) => (place === 0 ? undefined : texts[text++]));
    return { texts: inPlace.slice(0, experiencePlaces), nearest };
  }

  #compareSkills(): Float64Array {
    const { own, vacancyTexts, index } = this.#source;
    const numbers = this.#askedSkills();
    const rows = numbers.map((number) => vacancyTexts.skillRows[number] ?? 0);
    const nearest = new Float64Array(vacancyTexts.skillRows.length);
    const ofAsked = new Float64Array(numbers.length);
    index.boundMany(own.skillRows, rows, ({ from, bounds }) => raiseTo(ofAsked, bounds, from));
    for (let place = 0; place < numbers.length; place++) nearest[numbers[place] ?? 0] = ofAsked[place] ?? 0;
    return nearest;
  }

  /** The numbers of all skills that the vacancies ask for. */
  #askedSkills(): Uint32Array {
    const { vacancyTexts, arrays } = this.#source;
    const asked = arrays.numbers("asked skills", vacancyTexts.skillRows.length);
    const isAsked = new Uint8Array(asked.length);
    let count = 0;
    for (let index = 0; index < this.slots.length; index++) {
      const skills = this.skillsOf(this.slots[index] ?? 0);
      for (let position = 0; position < skills.length; position++) {
        const number = skills[position] ?? 0;
        if (isAsked[number] === 1) continue;
        isAsked[number] = 1;
        asked[count++] = number;
      }
    }
    return asked.subarray(0, count);
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
