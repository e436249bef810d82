/** A stream for a logger that keeps what is written. */
export function linesOf(): { stream: { write(line: string): void }; lines: () => readonly string[] } {
  const written: string[] = [];
  return { stream: { write: (line) => void written.push(line) }, lines: () => written };
}
