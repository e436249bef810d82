import { occupationNames } from "./occupation-names.ts";

const word = /[\p{L}\p{N}&+#-]+/gu;

/** Every way in which a Swedish name may be written in a text, with the name itself. */
const nameOfForm: ReadonlyMap<string, string> = new Map(
  occupationNames.flatMap((name) => inflections(name).map((form) => [form, name] as const)),
);

/** The name, its definite form and its plurals; some do not exist, and none of those is another word. */
function inflections(name: string): string[] {
  if (name.endsWith("are")) return [name, `${name}n`, `${name.slice(0, -1)}na`];
  if (name.endsWith("a")) return [name, `${name}n`, `${name.slice(0, -1)}or`, `${name.slice(0, -1)}orna`];
  if (name.endsWith("e")) return [name, `${name}n`, `${name}t`, `${name}na`, `${name}r`];
  return [name, ...["en", "er", "erna", "ar", "arna", "et", "s"].map((ending) => `${name}${ending}`)];
}

/**
 * Names of occupations that a Swedish text mentions, in their dictionary form and the order of their first mention.
 * Of two names that overlap, the longer one is found.
 *
 * @example
 * recogniseOccupations("Vi söker personlig assistent eller undersköterskor"); // ["personlig assistent", "undersköterska"]
 */
export function recogniseOccupations(text: string): string[] {
  const words = text.toLowerCase().match(word) ?? [];
  const found = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const pair = nameOfForm.get(`${words[index]} ${words[index + 1]}`);
    const name = pair ?? nameOfForm.get(words[index] ?? "");
    if (name !== undefined) found.add(name);
    if (pair !== undefined) index += 1;
  }
  return [...found];
}
