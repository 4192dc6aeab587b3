// Arriving at a place: the words that were searched for are marked, and an anchor that moved leads on.

import { decoded, element, one, ROOT } from "./page.js";

/** Marks the searched words in the paragraph arrived at, and takes them out of the address again. */
export function markWords() {
  const address = new URL(location.href);
  const words = new Set((address.searchParams.get("mark") ?? "").toLowerCase().split(" ").filter(Boolean));
  if (!words.size) return;
  address.searchParams.delete("mark");
  history.replaceState(history.state, "", address);
  const place = document.getElementById(decoded(location.hash.slice(1)));
  const block = place?.matches("a, h2 > *, h3 > *") ? place.parentElement : place;
  if (!block) return;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".number, .page, .tools")) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = node.data.split(/([\p{L}\p{N}'’-]+)/u);
    if (!parts.some((part) => words.has(part.toLowerCase()))) continue;
    node.replaceWith(...parts.map((part) => (words.has(part.toLowerCase()) ? element("mark", {}, part) : part)));
  }
}

/** An anchor that is no longer on this page leads on to where it went. */
export async function moved() {
  const anchor = decoded(location.hash.slice(1));
  if (!anchor || document.getElementById(anchor) || !one(".pp-text--document")) return;
  const answer = await fetch(new URL("moved.json", ROOT));
  const page = decoded(location.pathname.slice(ROOT.pathname.length));
  const place = answer.ok && (await answer.json())[page]?.[anchor];
  if (place) location.replace(new URL(place, ROOT));
}
