import { JobbmatchError } from "@jobbmatch/shared";
import { readConfig } from "../config/config.ts";
import { runService, serviceRoles } from "./run-service.ts";

/** Runs one role of the service with the settings of the environment: `serve.js start`, `api` or `worker`. */
async function main(): Promise<number> {
  const role = serviceRoles.find((known) => known === process.argv[2]);
  if (role === undefined) {
    process.stderr.write(`Usage: serve ${serviceRoles.join("|")}\n`);
    return 2;
  }
  try {
    await runService(role, readConfig(process.env), ({ url }) => {
      process.stdout.write(`${url === undefined ? "worker is running" : `listening on ${url}`}\n`);
    });
    return 0;
  } catch (error) {
    if (!(error instanceof JobbmatchError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exit(await main());
