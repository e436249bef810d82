/** What this package uses of the platform's WebAssembly; absent where Node runs without a compiler (`--jitless`). */
export interface WebAssemblyApi {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: boolean }) => WebAssemblyMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Record<string, Record<string, object>>,
  ) => { readonly exports: object };
  validate(bytes: Uint8Array): boolean;
}

export interface WebAssemblyMemory {
  readonly buffer: ArrayBufferLike;
  /** Adds pages; throws RangeError when there is no more memory. */
  grow(pages: number): number;
}

/** Bytes in a page of WebAssembly memory. */
export const pageBytes = 65_536;
/** The most pages that 32-bit addresses reach: 4 GiB. */
export const maximumPages = 65_536;

export function platformWebAssembly(): WebAssemblyApi | undefined {
  return (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
}
