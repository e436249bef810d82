// Loads the shipped model once in a process of its own and prints the milliseconds of import and of loading.
const start = performance.now();
const { TransformersEmbedder } = await import("@jobbmatch/matcher");
const imported = performance.now();
const embedder = await TransformersEmbedder.create();
await embedder.embed(["kock"]);
process.stdout.write(`${imported - start} ${performance.now() - imported}\n`);
