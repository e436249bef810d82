import { version } from "../version.ts";
import { type Check, good, same } from "./check.ts";

const leastNode = [20, 20] as const;

/** The program's own version, and that of Node. */
export const versionsCheck: Check = {
  name: { sv: "Versioner", en: "Versions" },
  async run() {
    const found = same(`jobbmatch ${version}, Node ${process.versions.node}`);
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    const isOld = major < leastNode[0] || (major === leastNode[0] && minor < leastNode[1]);
    const needed = leastNode.join(".");
    if (!isOld) return good(found);
    const advice = { sv: `Installera Node ${needed} eller nyare.`, en: `Install Node ${needed} or newer.` };
    return { state: "bad", found, advice };
  },
};
