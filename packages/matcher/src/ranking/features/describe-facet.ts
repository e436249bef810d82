import type { Localised } from "@jobbmatch/shared";
import type { FacetKind } from "../../text/facets.ts";
import type { ComparedFacet } from "../feature.ts";

const kindNames: Readonly<Record<FacetKind, Localised>> = {
  experience: { sv: "tidigare arbete", en: "earlier work" },
  wish: { sv: "önskemål", en: "wish" },
  skills: { sv: "kunskaper", en: "skills" },
  education: { sv: "utbildning", en: "education" },
  about: { sv: "egen beskrivning", en: "own description" },
};

const shownCharacters = 60;

/** "tidigare arbete: undersköterska". */
export function describeFacet({ kind, text }: ComparedFacet): Localised {
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters).trimEnd()}…` : text;
  const name = kindNames[kind];
  return { sv: `${name.sv}: ${shown}`, en: `${name.en}: ${shown}` };
}
