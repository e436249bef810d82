import highsModule, { type Highs, type Model } from "highs";
import type { OptionTable } from "./option-table.ts";

/** The package declares its types as CommonJS but gives Node a native module, whose default is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What the linear relaxation over some options gave. */
export interface LinearSolution {
  /** How much of each listed option is taken, 0 to 1, in the order in which they were added. */
  readonly amounts: Float64Array;
  /** The price of each resource, 0 or more. */
  readonly prices: Float64Array;
  readonly value: number;
}

/** The best whole choice found, and whether the solver proved it best. */
export interface WholeSolution {
  readonly amounts: Float64Array;
  readonly isProven: boolean;
}

/** The library, loaded: some 80 ms and 20 MB, so once for all that is solved together. */
export interface SolverLibrary {
  readonly highs: Highs;
}

export async function loadSolverLibrary(): Promise<SolverLibrary> {
  return { highs: await loadHighs() };
}

/**
 * HiGHS, compiled to WebAssembly, on a growing part of a table: the only file that knows the library. Calls block
 * until they are done. `dispose` gives the memory back.
 */
export class LinearSolver {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #table: OptionTable;
  readonly #resourceRow: Int32Array;
  #columnCount = 0;

  /** A solver with every limit of the table and no option yet. */
  constructor(library: SolverLibrary, table: OptionTable) {
    const { highs } = library;
    this.#highs = highs;
    this.#table = table;
    this.#model = highs.createModel();
    // A fixed seed and one thread: the same input gives the same answer.
    this.#model.options.set({ output_flag: false, random_seed: 0 });
    this.#model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
    this.#resourceRow = new Int32Array(table.capacity.length);
    this.#addRows();
  }

  #addRows(): void {
    const { personCount, capacity } = this.#table;
    const count = personCount + capacity.length;
    const upper = new Float64Array(count).fill(1);
    upper.set(capacity, personCount);
    for (let resource = 0; resource < capacity.length; resource++) {
      this.#resourceRow[resource] = personCount + resource;
    }
    this.#model.addRows({
      lower: new Float64Array(count).fill(-this.#highs.infinity),
      upper,
      matrix: {
        format: "csr",
        numRows: count,
        numCols: 0,
        starts: new Int32Array(count + 1),
        indices: new Int32Array(),
        values: new Float64Array(),
      },
    });
  }

  /** Makes more options available. */
  add(options: readonly number[]): void {
    const { useStart, useResource, useAmount, personOf, worth, personCount, capacity } = this.#table;
    const starts = new Int32Array(options.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    for (const [index, option] of options.entries()) {
      indices.push(personOf[option] ?? 0);
      values.push(1);
      for (let use = useStart[option] ?? 0; use < (useStart[option + 1] ?? 0); use++) {
        indices.push(personCount + (useResource[use] ?? 0));
        values.push(useAmount[use] ?? 0);
      }
      starts[index + 1] = indices.length;
    }
    this.#model.addCols({
      cost: Float64Array.from(options, (option) => worth[option] ?? 0),
      lower: new Float64Array(options.length),
      // The person's own limit keeps each amount at 1 or below; a bound of 1 here would blur the prices.
      upper: new Float64Array(options.length).fill(this.#highs.infinity),
      matrix: {
        format: "csc",
        numRows: personCount + capacity.length,
        numCols: options.length,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    this.#columnCount += options.length;
  }

  /** The best choice if options could be taken in part. */
  solveRelaxed(): LinearSolution {
    if (this.#columnCount === 0) {
      const prices = new Float64Array(this.#table.capacity.length);
      return { amounts: new Float64Array(), prices, value: 0 };
    }
    this.#model.run();
    const { colValue, rowDual } = this.#model.getSolution();
    const { personCount, capacity } = this.#table;
    return {
      amounts: colValue,
      prices: Float64Array.from(capacity, (_, resource) => Math.max(0, rowDual[personCount + resource] ?? 0)),
      value: this.#model.getObjectiveValue(),
    };
  }

  /** The best choice of whole options, as good as can be found in the given time. */
  solveWhole(seconds: number): WholeSolution {
    const { integer } = this.#highs.constants.variableType;
    const everyColumn = { kind: "range", from: 0, to: this.#columnCount - 1 } as const;
    this.#model.changeColsIntegrality(everyColumn, new Int32Array(this.#columnCount).fill(integer));
    this.#model.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: 1e-7,
      time_limit: this.#model.getRunTime() + seconds,
    });
    this.#model.run();
    const { colValue } = this.#model.getSolution();
    return {
      amounts: colValue,
      isProven: this.#model.getModelStatus() === this.#highs.constants.modelStatus.optimal,
    };
  }

  dispose(): void {
    this.#model.dispose();
  }
}
