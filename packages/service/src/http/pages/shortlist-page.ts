import { createHash } from "node:crypto";
import { builtInRules, features } from "@jobbmatch/matcher";
import type { ShortlistAnswer } from "../answers/shortlist.ts";
import { type Html, html } from "./html.ts";

type Entry = ShortlistAnswer["entries"][number];

const style = `
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.4 serif; color: #000; background: #fff; margin: 0 auto; max-width: 174mm; }
h1 { font-size: 16pt; margin: 0; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.3mm solid #000; padding: 1.5mm 2mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
.number { text-align: right; }
.note { width: 45mm; }
section + section { break-before: page; }
`;

/** The page has one style and nothing else that a browser would have to load or run. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the page says of the vacancy. */
export interface PrintedVacancy {
  readonly id: string;
  readonly title: string;
}

/**
 * The shortlists of a vacancy as a page to print, in Swedish: for those who read on paper and write beside it. People
 * stand there by id only.
 */
export function shortlistPage({ id, title }: PrintedVacancy, lists: readonly ShortlistAnswer[]): string {
  const sections =
    lists.length === 0 ? [html`<p>Ingen kandidatlista är gjord ännu.</p>`] : lists.map(section);
  const page = html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>Kandidatlista ${id}</title>
<style>${{ html: style }}</style>
</head>
<body>
<header>
<h1>Kandidatlista: ${title}</h1>
<p>Plats ${id}. Listan är ett förslag. En människa beslutar.</p>
</header>
${sections}
</body>
</html>
`;
  return page.html;
}

function section(list: ShortlistAnswer): Html {
  const { funnel } = list;
  return html`<section>
<h2>Enhet ${list.unit}, ${list.date}</h2>
<p>${funnel.total} deltagare prövades, ${funnel.remaining} kan passa.</p>
${list.entries.length === 0 ? html`<p>Ingen passar just nu.</p>` : table(list.entries)}
${list.nearMisses.length === 0 ? "" : html`<h2>Nästan: ett krav saknas</h2>${table(list.nearMisses)}`}
</section>`;
}

function table(entries: readonly Entry[]): Html {
  return html`<table>
<thead><tr><th>Nr</th><th>Deltagare</th><th>Match</th><th>Talar mest för</th><th>Att kontrollera</th><th class="note">Anteckning</th></tr></thead>
<tbody>
${entries.map(row)}
</tbody>
</table>`;
}

function row(entry: Entry): Html {
  const percent = Math.round(entry.score * 100);
  return html`<tr><td class="number">${entry.rank}</td><td>${entry.participant}</td><td class="number">${percent} %</td><td>${reasons(entry)}</td><td>${toCheck(entry)}</td><td></td></tr>
`;
}

/** The two features that add most. */
function reasons({ contributions }: Entry): string {
  const best = [...contributions].sort((a, b) => b.contribution - a.contribution).slice(0, 2);
  return best
    .filter(({ contribution }) => contribution > 0)
    .map(({ feature }) => features.find(({ id }) => id === feature)?.name.sv ?? feature)
    .join(", ");
}

function toCheck({ rules }: Entry): string {
  const open = rules.filter(({ outcome }) => outcome !== "pass");
  return open
    .map(({ rule, outcome }) => {
      const name = builtInRules.find(({ id }) => id === rule)?.name.sv ?? rule;
      return outcome === "fail" ? `${name} (inte uppfyllt)` : name;
    })
    .join(", ");
}
