/** A pattern of whole words, whatever their case; `\b` would take å, ä and ö for the end of a word. */
export function wholeWords(alternatives: readonly string[], flags = "iu"): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${alternatives.join("|")})(?![\\p{L}\\p{N}-])`, flags);
}
