// The lists of filters of the search page: every value with how many paragraphs of what was found it has.

import { element, WORDS } from "./page.js";

const MOST = 6; // values of a filter before the rest is folded away
export const FILTERS = [
  ["authority", "Authority"],
  ["year", "Year"],
  ["theme", "Theme"],
  ["grade", "Grade of the section"],
  ["kind", "Kind"],
  ["framework", "Framework"],
  ["region", "Region"],
];
const KINDS = { paragraph: "Paragraph of a report", recommendation: "Recommendation", minute: "Minute", paper: "Paper of a committee" };
const GRADES = Object.keys(WORDS);

export function nameOf(known, filter, value) {
  if (filter === "kind") return Object.hasOwn(KINDS, value) ? KINDS[value] : value;
  return Object.hasOwn(known?.[filter] ?? {}, value) ? known[filter][value] : value;
}

/** The values of a filter in the order in which people look for them: chosen ones, then grades and years in theirs,
    others by how much was found; without counts authorities by name. */
function ordered(filter, values, chosen, known) {
  const byName = (a, b) => nameOf(known, filter, a[0]).localeCompare(nameOf(known, filter, b[0]));
  const order = {
    grade: ([a], [b]) => GRADES.indexOf(a) - GRADES.indexOf(b),
    year: ([a], [b]) => b.localeCompare(a),
  }[filter] ?? ((a, b) => (b[1] || 0) - (a[1] || 0) || byName(a, b));
  return values.sort((a, b) => chosen.includes(b[0]) - chosen.includes(a[0]) || order(a, b));
}

/** One value of a filter: a box to tick. `count` is empty where it is not known. */
function row(name, value, count, checked, known, choose) {
  const input = element("input", { type: "checkbox", id: `f-${name}-${value.replace(/\W+/g, "-")}` });
  input.checked = checked;
  input.addEventListener("change", () => choose(name, value, input.checked));
  const shown = element("small", {}, count.toLocaleString("en-GB"));
  return element("label", {}, input, element("span", {}, nameOf(known, name, value)), shown);
}

/** A fieldset for each filter that has values to choose. `every` is what the whole site has, `now` what was found, if
    known: values that nothing was found with are left out. */
export function fieldsets(known, every, now, chosen, choose) {
  const count = (name, value) => (now ? (now[name][value] ?? 0) : "");
  const offered = ([name]) => Object.keys(every[name]).filter((value) => count(name, value) !== 0 || chosen[name].includes(value));
  return FILTERS.filter((filter) => offered(filter).length).map(([name, title]) => {
    const values = offered([name]).map((value) => [value, count(name, value)]);
    const rows = ordered(name, values, chosen[name], known).map(([value, count]) => row(name, value, count, chosen[name].includes(value), known, choose));
    const box = element("fieldset", {}, element("legend", {}, title), ...rows.slice(0, MOST));
    if (rows.length > MOST) box.append(element("details", {}, element("summary", {}, `${rows.length - MOST} more`), ...rows.slice(MOST)));
    return box;
  });
}
