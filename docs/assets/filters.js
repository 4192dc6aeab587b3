// The filters of the search page. The index says of each paragraph its document, grade and themes, and whether it is a
// recommendation; what is true of whole documents is reckoned from the list of them. Pure functions.

const WHOLE = ["kind", "authority", "region", "framework", "year"];
const NONE = ["-"]; // no document has this name

/** By what the index knows a document: its address without what is the same in all. */
export const idOf = (url) => url.replace(/^reports\//, "").replace(/\/$/, "");

const described = ({ documents, region }) =>
  documents.map(([url, , authority, year, framework, kind]) => [idOf(url), { kind, authority, region: region[authority], framework, year }]);

/** What is chosen as Pagefind's filters: every theme that is chosen, and one value of each other kind that has some. */
export function narrowed(known, chosen) {
  const has = (name) => chosen[name]?.length > 0;
  const documents = (names) => {
    const found = described(known).flatMap(([id, facts]) => (names.every((name) => chosen[name].includes(facts[name])) ? [id] : []));
    return { document: { any: found.length ? found : NONE } };
  };
  const all = [];
  if (has("theme")) all.push({ theme: { all: chosen.theme } }); // a paragraph has several themes, but one grade
  if (has("grade")) all.push({ grade: { any: chosen.grade } });
  const whole = WHOLE.filter((name) => name !== "kind" && has(name));
  if (whole.length) all.push(documents(whole));
  if (has("kind")) {
    all.push(chosen.kind.includes("recommendation") ? { any: [documents(["kind"]), { kind: "recommendation" }] } : documents(["kind"]));
  }
  return all.length ? { all } : {};
}

/** How many paragraphs each value of each filter has, from what Pagefind counted. */
export function counted(known, { document = {}, theme = {}, grade = {}, kind = {} }) {
  const counts = { theme, grade, ...Object.fromEntries(WHOLE.map((name) => [name, {}])) };
  described(known).forEach(([id, facts]) => {
    for (const name of WHOLE) {
      if (facts[name]) counts[name][facts[name]] = (counts[name][facts[name]] ?? 0) + (document[id] ?? 0);
    }
  });
  if ("recommendation" in kind) counts.kind.recommendation = kind.recommendation;
  return counts;
}
