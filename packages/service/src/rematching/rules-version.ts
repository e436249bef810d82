import { createHash } from "node:crypto";
import { builtInRules, defaultWeights } from "@jobbmatch/matcher";
import { placementTypes } from "@jobbmatch/shared";

/** The version of this package, raised whenever a rule judges differently. */
const codeVersion = "0.1.0";

const data = { rules: builtInRules.map(({ id }) => id), weights: defaultWeights, placementTypes };

/** Names the rules, weights and placement types by which people were matched: version of the code and hash of the data. */
export const rulesVersion: string = `${codeVersion}-${createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 12)}`;
