// Saves one state after another to the file that it is given, until it is killed; tells each time when it is done.
import { Matcher } from "../../dist/matcher.js";
import { embedder } from "./tiny-embedder.mjs";

const [, , file] = process.argv;
const matcher = await Matcher.create({ embedder });
for (let version = 1; ; version++) {
  const participants = Array.from({ length: 300 }, (_, index) => ({
    id: `p${index}`,
    unit: `unit-${version}`,
    version,
    skills: [`skill ${index}`, `skill of version ${version}`],
  }));
  await matcher.upsertParticipants(participants);
  await matcher.save(file);
  process.stdout.write(`${version}\n`);
  // More time in saving than between.
  for (let again = 0; again < 4; again++) await matcher.save(file);
}
