import type { Random } from "./random.ts";

const plain: Readonly<Record<string, string>> = { å: "a", ä: "a", ö: "o", Å: "A", Ä: "A", Ö: "O", é: "e" };

/** A word as somebody writes it who is new to Swedish or in a hurry: one slip, or the dots left out. */
export function misspelled(random: Random, text: string): string {
  return random.pick([withoutDots, withoutDouble, withoutOne, withSwap])(text, random);
}

/** `å`, `ä` and `ö` typed on a keyboard that lacks them. */
export function withoutDots(text: string): string {
  return text.replace(/[åäöÅÄÖé]/g, (letter) => plain[letter] ?? letter);
}

function withoutDouble(text: string): string {
  return text.replace(/(\p{L})\1/u, "$1");
}

function withoutOne(text: string, random: Random): string {
  const at = slipPosition(text, random);
  return text.slice(0, at) + text.slice(at + 1);
}

function withSwap(text: string, random: Random): string {
  const at = slipPosition(text, random);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/** Inside the word: people seldom get its first and last letters wrong. */
function slipPosition(text: string, random: Random): number {
  return random.integer(2, Math.max(2, text.length - 3));
}
