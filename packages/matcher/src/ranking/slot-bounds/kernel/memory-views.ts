/** One memory, seen as numbers of each kind. */
export interface MemoryViews {
  readonly buffer: ArrayBufferLike;
  readonly uint8: Uint8Array;
  readonly int16: Int16Array;
  readonly uint16: Uint16Array;
  readonly uint32: Uint32Array;
  readonly float32: Float32Array;
}

export function viewsOf(buffer: ArrayBufferLike): MemoryViews {
  return {
    buffer,
    uint8: new Uint8Array(buffer),
    int16: new Int16Array(buffer),
    uint16: new Uint16Array(buffer),
    uint32: new Uint32Array(buffer),
    float32: new Float32Array(buffer),
  };
}
