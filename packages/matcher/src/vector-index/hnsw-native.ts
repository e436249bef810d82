import { createRequire } from "node:module";
import { JobbmatchError } from "@jobbmatch/shared";

/**
 * What this package uses of hnswlib-node. Its searches take a filter callback too; that is left out here on purpose: a
 * callback that throws ends the process, and the search grows slow where few pass.
 */
export interface NativeHnsw {
  initIndex(options: { maxElements: number; m: number; efConstruction: number; randomSeed: number }): void;
  resizeIndex(maxElements: number): void;
  addPoint(vector: number[], label: number): void;
  markDelete(label: number): void;
  getPoint(label: number): number[];
  setEf(ef: number): void;
  searchKnn(query: number[], k: number): { distances: number[]; neighbors: number[] };
}

const nativeModule = "hnswlib-node";

interface NativeModule {
  readonly HierarchicalNSW: new (space: "ip", dimensions: number) => NativeHnsw;
}

/**
 * An empty native index for vectors of length 1. hnswlib-node is an optional dependency, compiled when it is installed.
 *
 * @throws JobbmatchError `nativeModuleMissing` where it was not, or does not run on this platform.
 */
export function createNativeHnsw(dimensions: number, moduleName: string = nativeModule): NativeHnsw {
  return new (loadModule(moduleName).HierarchicalNSW)("ip", dimensions);
}

/** Whether this platform runs hnswlib-node. */
export function isHnswAvailable(moduleName: string = nativeModule): boolean {
  try {
    loadModule(moduleName);
    return true;
  } catch (error) {
    if (error instanceof JobbmatchError) return false;
    throw error;
  }
}

function loadModule(name: string): NativeModule {
  try {
    return createRequire(import.meta.url)(name) as NativeModule;
  } catch {
    throw new JobbmatchError({
      code: "nativeModuleMissing",
      message: "the native module of the graph index is not installed or does not run here",
    });
  }
}
