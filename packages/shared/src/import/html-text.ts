const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  euro: "€",
  shy: "",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  eacute: "é",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
  Eacute: "É",
};

const tag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/iu;
const lineBreaks = /<(?:br|\/p|\/div|\/h[1-6]|\/tr|\/ul|\/ol|p|div|h[1-6]|ul|ol)(?:\s[^<>]*)?\/?>/giu;

/**
 * The readable text of a description that may be HTML, also when the HTML itself is escaped: block elements become
 * lines, list items begin with `- `, character references are resolved. Plain text stays as it is, with `\n` line ends.
 */
export function htmlToText(source: string): string {
  const plain = source.replace(/\r\n?/g, "\n");
  const html = !tag.test(plain) && /&lt;\/?[a-z]/iu.test(plain) ? decodeEntities(plain) : plain;
  if (!tag.test(html)) return decodeEntities(html);
  const text = withoutElements(withoutElements(html, "script"), "style")
    .replace(/<li(?:\s[^<>]*)?>/giu, "\n- ")
    .replace(lineBreaks, "\n")
    .replace(/<!--[^<>]*-->|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/giu, "");
  return decodeEntities(text)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function withoutElements(html: string, name: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, from);
    const end = start === -1 ? -1 : lower.indexOf(`</${name}>`, start);
    if (end === -1) return kept.join("") + html.slice(from);
    kept.push(html.slice(from, start));
    from = end + name.length + 3;
  }
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole;
  });
}
