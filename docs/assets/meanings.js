// What an abbreviation means, at a tap or a click; the mouse has it without this script, and every page has a list.
import { element } from "./page.js";

const GAP = 8; // pixels to the edge of the window

/** Shows the meaning of the abbreviation that is clicked below it, until the next click or Escape. */
export function meanings() {
  if (!document.querySelector("abbr[title]")) return;
  const bubble = element("div", { class: "pp-meaning", role: "status" }); // empty, it is not there
  document.body.prepend(bubble);

  const show = (word) => {
    const box = word.getBoundingClientRect();
    bubble.textContent = word.title;
    const last = document.documentElement.clientWidth - bubble.offsetWidth - GAP;
    bubble.style.left = `${Math.max(GAP, Math.min(box.left, last)) + scrollX}px`;
    bubble.style.top = `${box.bottom + scrollY}px`;
  };
  document.addEventListener("click", (event) => {
    const word = event.target.closest("abbr[title]");
    if (word && word.title !== bubble.textContent) show(word);
    else bubble.textContent = "";
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") bubble.textContent = "";
  });
}
