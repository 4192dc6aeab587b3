// A footnote beside its mark while the mouse or the keyboard is on it; the mark leads to it without this script.
import { decoded, element, one } from "./page.js";

const GAP = 8; // pixels to the edge of the window
const WAIT = 150; // milliseconds, in which the mouse passes over a mark or moves on to the note

export function notes() {
  if (!one(".footnote-ref")) return;
  const bubble = element("div", { class: "pp-note", hidden: "" });
  document.body.append(bubble);
  let waiting;

  const show = (mark) => {
    const note = document.getElementById(decoded(mark.hash.slice(1)))?.cloneNode(true);
    if (!note) return;
    for (const back of note.querySelectorAll(".footnote-backref")) back.remove();
    bubble.replaceChildren(...note.childNodes);
    bubble.hidden = false;
    place(bubble, mark.getBoundingClientRect());
  };
  const hide = () => {
    bubble.hidden = true;
  };
  const soon = (what) => {
    clearTimeout(waiting);
    waiting = setTimeout(what, WAIT);
  };
  const markAt = (event) => event.target.closest?.(".footnote-ref");
  document.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "mouse" && markAt(event);
    if (mark) soon(() => show(mark));
    else if (bubble.contains(event.target)) clearTimeout(waiting);
    else soon(hide);
  });
  document.addEventListener("focusin", (event) => (markAt(event)?.matches(":focus-visible") ? show(markAt(event)) : hide()));
  document.addEventListener("focusout", hide);
  document.addEventListener("click", () => soon(hide));
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

/** Puts the note below its mark, or above it where there is no room below, within the window. */
function place(bubble, mark) {
  const last = document.documentElement.clientWidth - bubble.offsetWidth - GAP;
  const below = mark.bottom + bubble.offsetHeight + GAP < innerHeight;
  bubble.style.left = `${Math.max(GAP, Math.min(mark.left - GAP, last)) + scrollX}px`;
  bubble.style.top = `${(below ? mark.bottom : mark.top - bubble.offsetHeight) + scrollY}px`;
}
