import type { Point } from "./kernel/column-kernel.ts";

/** In float32, with every step rounded, so that all paths say the same to the bit. */
export function squaredDistance(x: number, y: number, z: number, [toX, toY, toZ]: Point): number {
  const sum = Math.fround(square(x, toX) + square(y, toY));
  return Math.fround(sum + square(z, toZ));
}

function square(from: number, to: number): number {
  const difference = Math.fround(from - Math.fround(to));
  return Math.fround(difference * difference);
}
