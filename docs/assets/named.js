// What a question names beside its words: authorities and themes, which have pages of their own. Pure functions.

import { slug } from "./question.js";

const MOST = 2;

/** The authorities that a text names, longest name first, and the text without their names. */
function authorities(text, names) {
  const known = [...Object.entries(names.authority).map(([id, name]) => [slug(name), id]), ...Object.entries(names.aliases)];
  let rest = `-${slug(text)}-`;
  const found = new Set();
  for (const [name, id] of known.sort(([a], [b]) => b.length - a.length)) {
    if (found.size === MOST || !rest.includes(`-${name}-`)) continue;
    found.add(id);
    rest = rest.replace(`-${name}-`, "-");
  }
  return [[...found], rest.replace(/^-|-$/g, "").replaceAll("-", " ")];
}

/** The longest of a theme's own words in a text; those that this browser cannot read are none. */
function longest(text, words) {
  try {
    return Math.max(0, ...text.match(new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, "g"))?.map((found) => found.length) ?? [0]);
  } catch {
    return 0;
  }
}

/** The themes that a text names, those of the longest words first. */
function themes(text, names) {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'").replace(/[‐‑–-]/g, " ");
  const found = Object.entries(names.words).map(([id, words]) => [id, longest(plain, words)]);
  return found.filter(([, length]) => length).sort(([, a], [, b]) => b - a).slice(0, MOST).map(([id]) => id);
}

/** What is named in a question outside its phrases; `rest` is the question without the authorities. */
export function named(text, names) {
  const phrases = text.match(/["“”][^"“”]+["“”]/g) ?? [];
  const plain = text.replace(/["“”][^"“”]*["“”]?/g, " ");
  const [places, rest] = authorities(plain, names);
  return { authorities: places, themes: themes(plain, names), rest: [...phrases, rest].filter(Boolean).join(" ") };
}
