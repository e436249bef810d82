// Loads the shipped model once in a process of its own and prints the milliseconds of import, of loading, and of the
// processor while loading.
const start = performance.now();
const { TransformersEmbedder } = await import("@jobbmatch/matcher");
const imported = performance.now();
const before = process.cpuUsage();
const embedder = await TransformersEmbedder.create();
await embedder.embed(["kock"]);
const loaded = performance.now() - imported;
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${imported - start} ${loaded} ${(user + system) / 1000}\n`);
