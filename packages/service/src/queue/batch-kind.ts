/** Why everything is matched anew: the night, an operator, or more changes at once than are worth following singly. */
export const batchKinds = ["nightly", "manual", "catchUp"] as const;
export type BatchKind = (typeof batchKinds)[number];
