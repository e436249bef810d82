/**
 * LIX, the Swedish measure of readability (Björnsson, 1968): words per sentence plus the percentage of words with more
 * than six letters. A line, a full stop, a colon, a question or an exclamation mark ends a sentence.
 */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\d-]+/gu) ?? [];
  const sentences = text.split(/[.!?:\n]+/u).filter((sentence) => /\p{L}/u.test(sentence));
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}
