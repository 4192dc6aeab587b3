// What is folded away is opened where the address leads into it, and on paper.
import { all, decoded } from "./page.js";

/** Opens every fold around the place that the address names. */
function reveal() {
  const place = document.getElementById(decoded(location.hash.slice(1)));
  const closed = [];
  for (let fold = place?.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) closed.push(fold);
  for (const fold of closed) fold.open = true;
  if (closed.length) place.scrollIntoView();
}

export function folded() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all(".pp-text details:not([open])");
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
  addEventListener("hashchange", reveal);
  reveal();
}
