/** Why everything is matched anew: the night, an operator, or more changes at once than are worth following singly. */
export type BatchKind = "nightly" | "manual" | "catchUp";
