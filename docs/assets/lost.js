// Where nothing is at an address: what its words may mean, as words to search for and as the places nearest to them.
// The address is anybody's text: it is only ever set as text, and only looked up in the names of what is held.

import { decoded, element, one, ROOT } from "./page.js";
import { found } from "./question.js";

const LONGEST = 100; // characters to search for
const MOST = 5;
const ENDS = /\.(?:html?|php|aspx?|pdf|md|json|txt)$/i;
const FOLDERS = /^(?:reports?|data|index|search|authorit(?:y|ies)|themes?|recommendations?|judg(?:e?)ments?|page|www|404)$/i;
const DATED = /^(?<year>(?:19|20)\d\d)-\d\d(?:-\d\d)?(?:-.*)?$/;
const PARAGRAPH = /^(?:r\d+-)?p(?<number>[a-z]?\d[\w.]*?|[ivxl]+)(?:-b?\d+)*$/i;

/** The parts of an address below the site, each as people read it, and its anchor. */
export function parts(address, root) {
  const below = address.pathname.startsWith(root.pathname) ? address.pathname.slice(root.pathname.length) : address.pathname;
  const cut = (text) => decoded(text).replace(ENDS, "").trim();
  return { folders: below.split("/").map(cut).filter(Boolean), anchor: cut(address.hash.slice(1)) };
}

/** What to search for: `norbury 2015 paragraph 99` for /reports/norbury/2015-06-sif/p99/. */
export function words({ folders, anchor }) {
  const said = [...folders, ...(PARAGRAPH.test(anchor) ? [anchor] : [])].filter((part) => !FOLDERS.test(part)).map((part) => {
    const number = PARAGRAPH.exec(part)?.groups.number;
    return number ? `paragraph ${number}` : (DATED.exec(part)?.groups.year ?? part.replace(/[^\p{L}\p{N}'’.]+/gu, " ").trim());
  });
  const text = said.filter(Boolean).join(" ");
  return text.length > LONGEST ? text.slice(0, LONGEST).replace(/\s\S*$/, "") : text;
}

/** The same without its paragraph. */
const withoutNumber = (text) => text.replace(/\s*paragraph\s.*$/, "");

/** The places that are held nearest to an address, best first: the paragraph, the report, the authority, the theme. */
export function nearest(place, names) {
  const text = words(place);
  const whole = place.folders.join("/").toLowerCase();
  const above = names.documents.filter(([url]) => `${whole}/`.startsWith(url)).sort((a, b) => b[0].length - a[0].length);
  const named = withoutNumber(text);
  const said = `-${named.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-`;
  const within = (known) => Object.keys(known).filter((slug) => said.includes(`-${slug}-`)).sort((a, b) => b.length - a.length);
  const alias = within(names.aliases).map((one) => names.aliases[one]);
  const every = [
    ...found(text, names),
    ...above.slice(0, 1).map(([url, title]) => ({ url, title })),
    ...found(named, names),
    ...[...within(names.authority), ...alias].slice(0, 1).map((slug) => ({ url: `authorities/${slug}/`, title: `${names.authority[slug]}: all reports` })),
    ...within(names.theme).map((slug) => ({ url: `themes/${slug}/`, title: `Theme: ${names.theme[slug]}` })),
  ];
  return [...new Map(every.map((one) => [one.url, one])).values()].slice(0, MOST);
}

/** Fills the search field, and shows the nearest places. */
export async function lost() {
  const place = parts(new URL(location.href), ROOT);
  const field = one("#lost-q");
  const text = words(place);
  field.value ||= text;
  const answer = await fetch(new URL("search/names.json", ROOT));
  if (!answer.ok) return;
  const near = nearest(place, await answer.json());
  if (field.value === text && !near.some((one) => one.exact)) field.value = withoutNumber(text); // no such paragraph is held
  const box = one("#lost-near");
  one("ul", box).append(...near.map(({ url, title }) => element("li", {}, element("a", { href: new URL(url, ROOT).href }, title))));
  box.hidden = near.length === 0;
}
