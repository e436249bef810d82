import { defineConfig } from "vitest/config";

const conditions = ["jobbmatch-source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["packages/*/test/**/*.test.ts", "test-data/test/**/*.test.ts", "benchmarks/test/**/*.test.ts"],
    globalSetup: ["packages/service/test/servers/run-folder.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
