import type { UnitVector } from "../../rules/great-circle.ts";
import type { CodeNumber } from "../occupation-relevance.ts";

/**
 * What the bound on a feature's value is computed from: the kernel of `SlotBounds` knows the formula of each kind, with the
 * greatest similarities that texts can have in place of the similarities themselves.
 */
export type FeatureBound =
  | { readonly kind: "similarity" }
  | {
      readonly kind: "experience";
      readonly asked: CodeNumber;
      /** By packed year: what being recent adds. */
      readonly freshness: Float64Array;
    }
  | { readonly kind: "wish"; readonly offered: readonly CodeNumber[] }
  | { readonly kind: "distance"; readonly place: UnitVector }
  | { readonly kind: "skills" }
  /** The same for everybody. */
  | { readonly kind: "constant"; readonly value: number }
  /** Known exactly, for one slot after the other. */
  | { readonly kind: "values"; readonly valueAt: (slot: number) => number };

/** A bound and the feature's weight divided by the sum of all weights. */
export interface SharedBound {
  readonly share: number;
  readonly bound: FeatureBound;
}
