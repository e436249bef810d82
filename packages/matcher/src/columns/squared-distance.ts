import type { Margin, Point } from "./kernel/column-kernel.ts";

/** In float32, with every step rounded, so that all paths say the same to the bit. */
export function squaredDistance(x: number, y: number, z: number, [toX, toY, toZ]: Point): number {
  const sum = Math.fround(square(x, toX) + square(y, toY));
  return Math.fround(sum + square(z, toZ));
}

function square(from: number, to: number): number {
  const difference = Math.fround(from - Math.fround(to));
  return Math.fround(difference * difference);
}

/** A squared chord whose arc is longer by a margin: of the sum of two angles the sine. NaN for a limit beyond 0 to 4. */
export function widened(limit: number, { cosine, sine }: Margin): number {
  const near = Math.fround(Math.fround(Math.sqrt(limit)) * Math.fround(cosine));
  const far = Math.fround(Math.fround(Math.sqrt(Math.fround(4 - limit))) * Math.fround(sine));
  const chord = Math.fround(near + far);
  return Math.fround(chord * chord);
}
