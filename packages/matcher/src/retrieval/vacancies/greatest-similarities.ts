import { backgroundPlaces, experiencePlaces, placesPerSlot } from "../../ranking/feature-column.ts";
import type { ComparedVacancies } from "../../ranking/vacancy-columns/vacancy-column.ts";
import type { TextIndex } from "../../vector-index/text-index.ts";
import type { ParticipantTexts } from "./participant-texts.ts";
import { picked } from "./picked.ts";
import type { VacancyFeatures } from "./vacancy-features.ts";

/** What is compared. */
interface Source {
  readonly own: ParticipantTexts;
  readonly features: VacancyFeatures;
  readonly index: TextIndex;
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
  /** Whether none is left out. */
  #areAll: boolean;
  #background: Compared | undefined;
  #wishes: Compared | undefined;
  #nearestSkill: Float64Array | undefined;

  constructor(slots: Uint32Array, source: Source) {
    this.slots = source.features.arrays.numbers("slots", slots.length);
    this.slots.set(slots);
    this.#areAll = slots === source.features.slots;
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
    return this.#source.features.texts.skillsOf(slot);
  }

  /** Leaves out all vacancies but those at some positions, which rise. What was compared already is kept. */
  keep(positions: Uint32Array): void {
    this.slots = picked(this.slots, positions);
    this.#areAll = false;
    this.#background = pickedOf(this.#background, positions);
    this.#wishes = pickedOf(this.#wishes, positions);
  }

  #comparedBackground(): Compared {
    this.#background ??= this.#compare("background", this.#source.own.places.subarray(0, backgroundPlaces));
    return this.#background;
  }

  /** @param places rows + 1, or 0 where there is no text. */
  #compare(name: "background" | "wishes", places: Uint32Array): Compared {
    const { index, features } = this.#source;
    const { texts, arrays } = features;
    const { length } = this.slots;
    const rows = places.filter((place) => place !== 0).map((place) => place - 1);
    const nearest = arrays.floats(`nearest ${name}`, length).fill(Number.NEGATIVE_INFINITY);
    // Only earlier work counts text by text.
    const apart = name === "background" ? rows.subarray(0, experiencePlaces) : [];
    const ofText = Array.from(apart, (_, text) => arrays.floats(`text ${text}`, length));
    const listed = this.#areAll ? features.listedTexts(index) : index.listed(texts.rowsOf(this.slots));
    index.boundMany(rows, listed, { ofText, nearest });
    let text = 0;
    const inPlace = Array.from(places, (place) => (place === 0 ? undefined : ofText[text++]));
    return { texts: inPlace.slice(0, experiencePlaces), nearest };
  }

  #compareSkills(): Float64Array {
    const { own, features, index } = this.#source;
    const { skillRows } = features.texts;
    const numbers = this.#askedSkills();
    const nearest = new Float64Array(numbers.length);
    const listed = index.listed(numbers.map((number) => skillRows[number] ?? 0));
    index.boundMany(own.skillRows, listed, { ofText: [], nearest });
    const byNumber = new Float64Array(skillRows.length);
    for (let place = 0; place < numbers.length; place++) byNumber[numbers[place] ?? 0] = nearest[place] ?? 0;
    return byNumber;
  }

  /** The numbers of all skills that the vacancies ask for. */
  #askedSkills(): Uint32Array {
    const { texts, arrays } = this.#source.features;
    const asked = arrays.numbers("asked skills", texts.skillRows.length);
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
