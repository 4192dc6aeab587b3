// The filters of the search page. The index says of each paragraph its document, grade and themes, and whether it is a
// recommendation; what is true of whole documents is reckoned from the list of them. Pure functions.

const WHOLE = ["kind", "authority", "region", "framework", "year"];
const NONE = ["-"]; // no document has this number

const described = ({ documents, region }) =>
  documents.map(([, , authority, year, framework, kind]) => ({ kind, authority, region: region[authority], framework, year }));

/** What is chosen as Pagefind's filters: every theme that is chosen, and one value of each other kind that has some. */
export function narrowed(known, chosen) {
  const has = (name) => chosen[name]?.length > 0;
  const documents = (names) => {
    const numbers = described(known).flatMap((facts, at) => (names.every((name) => chosen[name].includes(facts[name])) ? [String(at)] : []));
    return { document: { any: numbers.length ? numbers : NONE } };
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
  described(known).forEach((facts, at) => {
    for (const name of WHOLE) {
      if (facts[name]) counts[name][facts[name]] = (counts[name][facts[name]] ?? 0) + (document[at] ?? 0);
    }
  });
  if ("recommendation" in kind) counts.kind.recommendation = kind.recommendation;
  return counts;
}
