import { Redis } from "ioredis";
import { type Check, type Finding, good, same } from "./check.ts";

/** The least version of Redis that BullMQ works with. */
const leastVersion = [6, 2] as const;
const timeout = 5000;

/** Whether the place of the jobs is there. */
export const queueCheck: Check = {
  name: { sv: "Kö", en: "Queue" },
  async run({ redisUrl }) {
    if (redisUrl === undefined) return good({ sv: "i databasen", en: "in the database" });
    const redis = new Redis(redisUrl, {
      lazyConnect: true,
      connectTimeout: timeout,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    // The failure is told by the commands.
    redis.on("error", () => {});
    try {
      await redis.connect();
      return judge(await redis.info());
    } catch {
      return {
        state: "bad",
        found: { sv: "Redis svarar inte", en: "Redis does not answer" },
        advice: notReached,
      };
    } finally {
      redis.disconnect();
    }
  },
};

function judge(info: string): Finding {
  const version = /redis_version:(\S+)/.exec(info)?.[1] ?? "?";
  const found = same(`Redis ${version}`);
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < leastVersion[0] || (major === leastVersion[0] && minor < leastVersion[1]))
    return { state: "bad", found, advice: tooOld };
  const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1];
  return policy === undefined || policy === "noeviction"
    ? good(found)
    : { state: "warning", found, advice: evicts };
}

const notReached = {
  sv: "Se till att Redis är igång och att REDIS_URL stämmer.",
  en: "See that Redis runs and that REDIS_URL is right.",
};
const tooOld = { sv: "Uppgradera till Redis 6.2 eller nyare.", en: "Upgrade to Redis 6.2 or newer." };
const evicts = {
  sv: "Sätt maxmemory-policy till noeviction: annars kastar Redis jobb när minnet är fullt.",
  en: "Set maxmemory-policy to noeviction: otherwise Redis throws jobs away when its memory is full.",
};
