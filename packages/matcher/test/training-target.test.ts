import { expect, it } from "vitest";
import { matcherWith, person, place } from "./matcher-with.ts";

const request = { date: "2026-11-23" };

it("counts what a place's training leads to as what the person wishes", async () => {
  const wishes = [{ text: "undersköterska", ssyk: "5321" }];
  const matcher = await matcherWith(
    [person("wants-care", { wishes }), person("wants-else", { wishes: [{ text: "svetsare" }] })],
    [
      place("cleaning", { title: "Städare", occupation: { text: "städare", ssyk: "9111" } }),
      place("with-training", {
        title: "Städare",
        occupation: { text: "städare", ssyk: "9111" },
        training: { occupation: { text: "undersköterska" } },
      }),
    ],
  );
  const wishOf = (participant: string, vacancy: string) =>
    matcher.explain(participant, vacancy, request).contributions.find(({ feature }) => feature === "wish")
      ?.value;
  expect(wishOf("wants-care", "with-training")).toBe(1);
  expect(wishOf("wants-care", "cleaning")).toBeLessThan(1);
  expect(wishOf("wants-else", "with-training")).toBe(wishOf("wants-else", "cleaning"));
  expect(matcher.topCandidates("with-training", request).candidates[0]?.participant).toBe("wants-care");
});
