import type { ParticipantInput } from "@jobbmatch/shared";
import { describe, expect, it } from "vitest";
import { type Embedder, Matcher } from "../../src/index.ts";
import { person, shippedEmbedder } from "../matcher-with.ts";

/** Notes which texts it embeds. */
async function notingEmbedder(): Promise<{ embedder: Embedder; embedded: string[] }> {
  const shipped = await shippedEmbedder();
  const embedded: string[] = [];
  const { modelId, dimensions } = shipped;
  const embed: Embedder["embed"] = (texts, options) => {
    embedded.push(...texts);
    return shipped.embed(texts, options);
  };
  return { embedder: { modelId, dimensions, embed }, embedded };
}

const cook = { experiences: [{ occupation: "Kock", description: "Lagade mat åt barn" }] };

describe("a changed profile", () => {
  it("is stored without embedding texts that are stored already", async () => {
    const { embedder, embedded } = await notingEmbedder();
    const matcher = await Matcher.create({ embedder });
    await matcher.upsertParticipants([person("p1", { ...cook, skills: ["bakning"] })]);
    expect(embedded).toEqual(expect.arrayContaining(["Kock", "bakning"]));
    embedded.length = 0;
    const other = person("p1", { ...cook, skills: ["bakning"], version: 2, languages: [] });
    expect(await matcher.upsertParticipants([other, person("p2", cook)])).toMatchObject({ accepted: 2 });
    expect(embedded).toEqual([]);
  });

  it("has its texts embedded when those who shared them let go of them in the same call", async () => {
    const { embedder, embedded } = await notingEmbedder();
    const matcher = await Matcher.create({ embedder });
    await matcher.upsertParticipants([person("p1", cook)]);
    embedded.length = 0;
    const report = await matcher.upsertParticipants([person("p1", { version: 2 }), person("p2", cook)]);
    expect(report).toMatchObject({ accepted: 2, problems: [] });
    expect(embedded).toEqual(["Kock", "Lagade mat åt barn"]);
    const fresh = await Matcher.create({ embedder });
    await fresh.upsertParticipants([person("p1", { version: 2 }), person("p2", cook)]);
    const vacancy = { id: "v1", version: 1, employer: "Employer 1", title: "Kock" };
    expect(await matcher.match(vacancy)).toEqual(await fresh.match(vacancy));
  });

  it("stays as it was given, whatever becomes of what was given", async () => {
    const matcher = await Matcher.create({ embedder: await shippedEmbedder() });
    const given = { ...person("p1"), wishes: [{ text: "kock" }], skills: ["bakning"], about: undefined };
    const { about: _, ...plain } = given;
    const copy: ParticipantInput = structuredClone(plain);
    await matcher.upsertParticipants([given as ParticipantInput]);
    given.wishes.push({ text: "målare" });
    given.skills.length = 0;
    expect(await matcher.upsertParticipants([copy])).toMatchObject({ unchanged: 1, problems: [] });
  });
});
