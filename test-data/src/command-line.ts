import { commandOf, describeError, generate, usage } from "./command.ts";

try {
  const command = commandOf(process.argv.slice(2));
  if (command === undefined) process.stdout.write(usage);
  else for (const file of await generate(command)) process.stdout.write(`Wrote ${file}\n`);
} catch (error) {
  process.stderr.write(`${describeError(error)}\nSee --help.\n`);
  process.exitCode = 1;
}
