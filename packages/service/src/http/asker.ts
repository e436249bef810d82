import type { Authenticated } from "../access/key-authenticator.ts";

/** Who asks, as the API key tells. */
export type Asker = Authenticated;

/** Who asks without a key, at the few addresses that are open to everybody. Sees nobody. */
export const anonymous: Asker = { keyId: "anonymous", role: "matcher", units: [] };
