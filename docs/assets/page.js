// What the scripts of a page share. Text is only ever set as text; addresses are taken from this file's own.

export const ROOT = new URL("../", import.meta.url);
export const WORDS = {
  outstanding: "Outstanding",
  good: "Good",
  "requires-improvement": "Requires improvement",
  adequate: "Adequate",
  inadequate: "Inadequate",
  "not-judged": "Not judged",
};

export const one = (selector, from = document) => from.querySelector(selector);
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/** A new element. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

export const badge = (slug, word = WORDS[slug]) => element("strong", { class: `grade ${slug}` }, word);

/** Text of an address as it is read. */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // it is not encoded
  }
}
