import { access, constants, mkdir, statfs } from "node:fs/promises";
import { type Check, same } from "./check.ts";

const bytesPerGigabyte = 1024 ** 3;
/** Gigabytes below which the service soon stops, and below which somebody should look. */
const [leastGigabytes, fewGigabytes] = [0.5, 2];

/** Whether the data folder can be written, and has room. */
export const diskCheck: Check = {
  name: { sv: "Disk", en: "Disk" },
  async run({ dataFolder }) {
    try {
      await mkdir(dataFolder, { recursive: true, mode: 0o700 });
      await access(dataFolder, constants.W_OK);
      const { bavail, bsize } = await statfs(dataFolder);
      const gigabytes = (bavail * bsize) / bytesPerGigabyte;
      const found = {
        sv: `${gigabytes.toFixed(1)} GB ledigt i ${dataFolder}`,
        en: `${gigabytes.toFixed(1)} GB free in ${dataFolder}`,
      };
      if (gigabytes >= fewGigabytes) return { state: "good", found };
      return { state: gigabytes < leastGigabytes ? "bad" : "warning", found, advice: makeRoom };
    } catch {
      return { state: "bad", found: same(dataFolder), advice: notWritable };
    }
  },
};

const makeRoom = {
  sv: "Frigör utrymme eller flytta datamappen (JOBBMATCH_DATA).",
  en: "Make room or move the data folder (JOBBMATCH_DATA).",
};
const notWritable = {
  sv: "Mappen kan inte skrivas: rätta rättigheterna eller sätt JOBBMATCH_DATA.",
  en: "The folder cannot be written: correct its permissions or set JOBBMATCH_DATA.",
};
