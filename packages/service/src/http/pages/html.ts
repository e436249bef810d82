/** A piece of HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Builds HTML from a template. Every value is escaped unless it is `Html` itself; lists are put one after another.
 *
 * @example
 * html`<td>${"a < b"}</td>`.html; // "<td>a &lt; b</td>"
 */
export function html(texts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const pieces = texts.map((text, index) => text + written(values[index] ?? ""));
  return { html: pieces.join("") };
}

export type HtmlValue = string | number | Html | readonly Html[];

function written(value: HtmlValue): string {
  if (typeof value === "string")
    return value.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((each) => each.html).join("");
}
