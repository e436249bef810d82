import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../src/http/pages/html.ts";

describe("html", () => {
  it("lets no text open a tag, an entity or an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", ";") }), (text) => {
        const { html: written } = html`${text}`;
        expect(written).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it("puts pieces and lists of pieces together as they are", () => {
    const rows = ["a", "<b>"].map((text) => html`<td>${text}</td>`);
    expect(html`<tr>${rows}</tr>`.html).toBe("<tr><td>a</td><td>&lt;b&gt;</td></tr>");
  });
});
