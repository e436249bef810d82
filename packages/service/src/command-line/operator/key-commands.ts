import { entityId, JobbmatchError, parseWith } from "@jobbmatch/shared";
import Table from "cli-table3";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ApiKey, isUsable, type Role, roles } from "../../access/api-key.ts";
import { type CreatedKey, createKey, rotateKey } from "../../access/keys.ts";
import { appendAudit } from "../../storage/queries/append-audit.ts";
import { listKeys } from "../../storage/queries/list-keys.ts";
import { revokeKey } from "../../storage/queries/revoke-key.ts";
import { type CommandContext, contextOf, withStorage } from "./context.ts";

/** Who acts, in the audit log, when somebody uses this program. */
const actor = "command-line";
const millisecondsPerDay = 86_400_000;
const mostKeys = 10_000;

interface CreateOptions {
  readonly name: string;
  readonly role: Role;
  readonly units?: readonly string[];
  readonly days?: number;
}

/** `key create`, `key list`, `key revoke` and `key rotate`. */
export function addKeyCommands(program: Command): void {
  const command = program.command("key").description("API keys");
  command
    .command("create")
    .description("make a key and print it, this once")
    .requiredOption("--name <name>", "what the key is for; no names of people")
    .addOption(new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory())
    .option("--units <ids>", "units whose people it may see, with commas; all if left out", readUnits)
    .option("--days <number>", "days until it expires; never if left out", wholeNumber)
    .action((options: CreateOptions, self: Command) => create(contextOf(self), options));
  command
    .command("list")
    .description("all keys")
    .action((_options: object, self: Command) => list(contextOf(self)));
  command
    .command("revoke")
    .description("end a key at once")
    .argument("<id>", "the key's id")
    .action((id: string, _options: object, self: Command) => revoke(contextOf(self), id));
  command
    .command("rotate")
    .description("make a key that may do the same; the old one ends after a while")
    .argument("<id>", "the key's id")
    .option("--hours <number>", "how long the old one still works", wholeNumber, 24)
    .action((id: string, { hours }: { hours: number }, self: Command) => rotate(contextOf(self), id, hours));
}

async function create(context: CommandContext, { name, role, units, days }: CreateOptions): Promise<void> {
  const expiresAt =
    days === undefined ? null : new Date(Date.now() + days * millisecondsPerDay).toISOString();
  const created = await withStorage(context, ({ database }) =>
    database.transaction(async (transaction) => {
      const made = await createKey(transaction, { name, role, units: units ?? null, expiresAt });
      await appendAudit(transaction, [entryOf("key.created", made.key.id)]);
      return made;
    }),
  );
  show(context, created);
}

async function rotate(context: CommandContext, id: string, hours: number): Promise<void> {
  const created = await withStorage(context, ({ database }) =>
    database.transaction(async (transaction) => {
      const made = await rotateKey(transaction, { id, graceSeconds: hours * 3600 });
      await appendAudit(transaction, [entryOf("key.rotated", id), entryOf("key.created", made.key.id)]);
      return made;
    }),
  );
  show(context, created);
}

async function revoke(context: CommandContext, id: string): Promise<void> {
  const wasInUse = await withStorage(context, ({ database }) =>
    database.transaction(async (transaction) => {
      const revoked = await revokeKey(transaction, id);
      if (revoked) await appendAudit(transaction, [entryOf("key.revoked", id)]);
      return revoked;
    }),
  );
  if (!wasInUse)
    throw new JobbmatchError({ code: "unknownResource", message: "there is no such key in use" });
  context.tell(context.text({ sv: "Nyckeln är spärrad.", en: "The key is revoked." }));
}

async function list(context: CommandContext): Promise<void> {
  const { text } = context;
  const keys = await withStorage(context, ({ database }) => listKeys(database, { limit: mostKeys }));
  const table = new Table({ head: headings.map(text), style: { head: [], border: [] } });
  table.push(...keys.map((key) => rowOf(key, context)));
  context.write(table.toString());
}

function rowOf(key: ApiKey, { text }: CommandContext): string[] {
  const state = isUsable(key) ? states.usable : key.revokedAt === null ? states.expired : states.revoked;
  return [
    key.id,
    key.name,
    key.role,
    key.units?.join(", ") ?? text(allUnits),
    key.createdAt.slice(0, 10),
    key.expiresAt?.slice(0, 10) ?? "",
    text(state),
  ];
}

/** The key alone goes to standard output, so that a script can keep it. */
function show({ text, write, tell }: CommandContext, { key, token }: CreatedKey): void {
  tell(text({ sv: `Nyckel ${key.id}. Visas bara nu:`, en: `Key ${key.id}. Shown this once:` }));
  write(token);
}

function entryOf(action: string, id: string) {
  return { keyId: actor, action, entity: "key", entityId: id };
}

function readUnits(value: string): string[] {
  return value.split(",").map((each) => {
    const unit = parseWith(entityId, each.trim());
    if (!unit.ok) throw new InvalidArgumentError("expected ids of units, with commas between them");
    return unit.value;
  });
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 100_000)
    throw new InvalidArgumentError("expected a whole number");
  return number;
}

const headings = [
  { sv: "id", en: "id" },
  { sv: "namn", en: "name" },
  { sv: "roll", en: "role" },
  { sv: "enheter", en: "units" },
  { sv: "skapad", en: "created" },
  { sv: "går ut", en: "expires" },
  { sv: "läge", en: "state" },
];
const allUnits = { sv: "alla", en: "all" };
const states = {
  usable: { sv: "gäller", en: "in use" },
  expired: { sv: "utgången", en: "expired" },
  revoked: { sv: "spärrad", en: "revoked" },
};
