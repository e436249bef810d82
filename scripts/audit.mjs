// Looks up known weaknesses of the packages that the service runs with. Fails when there is a grave one; a registry that
// does not answer is said so and is no failure, since the work must go on where the network is closed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const packageManager = /"(pnpm@[\d.]+)"/.exec(readFileSync(new URL("run.mjs", import.meta.url), "utf8"))?.[1];
const grave = ["high", "critical"];

/** What the registry says, or undefined if it says nothing. */
function askRegistry() {
  const { stdout } = spawnSync("npx", ["-y", packageManager, "audit", "--prod", "--json"], {
    encoding: "utf8",
    timeout: 120_000,
    shell: process.platform === "win32",
  });
  try {
    const answer = JSON.parse(stdout);
    return answer.metadata?.vulnerabilities === undefined ? undefined : answer;
  } catch {
    return undefined;
  }
}

const answer = askRegistry();
if (answer === undefined) {
  process.stdout.write("Dependency audit: the registry did not answer, so nothing was looked up.\n");
} else {
  const { vulnerabilities } = answer.metadata;
  for (const { module_name, severity, title, url } of Object.values(answer.advisories ?? {}))
    process.stdout.write(`${severity}: ${module_name}: ${title} (${url})\n`);
  const counts = Object.entries(vulnerabilities).map(([severity, count]) => `${count} ${severity}`);
  process.stdout.write(`Dependency audit: ${counts.join(", ")}.\n`);
  process.exitCode = grave.some((severity) => vulnerabilities[severity] > 0) ? 1 : 0;
}
