// What a page of this site does beyond being read: where you are in a report, shortcuts, the drawer.
// Everything works without it, but search. Citations: cite.js; arriving: arrive.js; abbreviations: meanings.js; footnotes: notes.js;
// folds: folded.js; colours: colours.js; search: search.js; fields that narrow a list: finder.js; registers: register.js;
// a page not found: lost.js. No dependencies.

import { markWords, moved } from "./arrive.js";
import { citations } from "./cite.js";
import { colours } from "./colours.js";
import { folded } from "./folded.js";
import { meanings } from "./meanings.js";
import { notes } from "./notes.js";
import { all, badge, one, WORDS } from "./page.js";

/* ---------------------------------------------------------------- header */

function drawer() {
  const toggle = one("#__drawer");
  const menu = one("#pp-menu");
  const panel = one("#pp-drawer");
  if (!toggle || !menu || !panel) return;

  const tell = () => {
    menu.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked) one("a", panel)?.focus();
  };
  const set = (open) => {
    if (toggle.checked === open) return;
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change"));
  };
  toggle.addEventListener("change", tell);
  menu.addEventListener("click", () => set(!toggle.checked));
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a")) set(false);
  });
  panel.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    set(false);
    menu.focus();
  });
}

/** A menu of the header closes when the reader goes elsewhere or presses Escape. */
function menus() {
  for (const menu of all(".pp-group")) {
    document.addEventListener("click", (event) => menu.contains(event.target) || menu.removeAttribute("open"));
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.removeAttribute("open");
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      one("summary", menu).focus();
    });
  }
}

/** "/" and Ctrl+K go to the search field from anywhere; "/" not where the reader is writing, or has turned it off. */
function shortcuts() {
  document.addEventListener("keydown", (event) => {
    const key = event.key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && localStorage.getItem("pinpoint.slash") !== "off";
    if (!key && !(slash && !event.target.closest("input, textarea, select, [contenteditable]"))) return;
    const field = one("#search-q") ?? one("#pp-q") ?? one(".home-search input");
    if (!field) return;
    event.preventDefault();
    event.stopPropagation();
    if (!field.checkVisibility()) return one(".pp-to-search")?.click(); // a narrow header has no room for a field
    field.focus();
    field.select();
  }, true);
}

/** The switch with which a reader turns single-key shortcuts off. */
function slashSwitch() {
  const box = one("#slash-off");
  if (!box) return;
  box.checked = localStorage.getItem("pinpoint.slash") === "off";
  box.addEventListener("change", () => localStorage.setItem("pinpoint.slash", box.checked ? "off" : "on"));
}

/* ---------------------------------------------------------------- tables */

/** Lets the keyboard scroll the tables that are wider than the page. */
function tables() {
  const scrollers = all(".pp-scroll, div.table");
  const mark = () => {
    for (const box of scrollers) {
      box.removeAttribute("data-wide"); // it widens the box, so it is measured without
      const wide = box.scrollWidth > box.clientWidth + 1;
      box.toggleAttribute("data-wide", wide);
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", "Table, wider than the page"]]) {
        if (wide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  };
  mark();
  addEventListener("resize", mark, { passive: true });
  addEventListener("load", mark);
}

/* ---------------------------------------------------------------- where you are */

/** A heading's words, without its number, its notes and its grade. */
function headingText(heading) {
  const copy = heading.cloneNode(true);
  for (const extra of all(".number, sup, .grade", copy)) extra.remove();
  return copy.textContent.trim().replace(/(?:\s*[:–-]|\s+(?:is|are)\s*[.]?)$/i, "");
}

/** Every place of a report that the bar can name, in reading order, with what it would say there. */
function places(text) {
  const found = [];
  const open = [];
  for (const node of all("h2, h3, h4, .paragraph, :scope > [id]:not(h1)", text)) {
    if (node.classList.contains("lead")) open.length = 0; // a section without a title begins
    const level = "H2 H3 H4".indexOf(node.tagName);
    if (level >= 0) {
      while (open.length && open.at(-1).level >= level) open.pop();
      const grade = one(".grade", node);
      const slug = node.dataset.grade;
      open.push({ level, id: node.id, text: headingText(node), grade: slug && [slug, grade?.textContent ?? WORDS[slug]] });
    }
    const section = open.findLast((one) => one.grade) ?? open.findLast((one) => one.level <= 1) ?? open.at(-1);
    found.push({
      node,
      section: section?.text ?? "",
      headings: open.map((one) => one.id),
      grade: open.findLast((one) => one.grade)?.grade,
      number: (level < 0 ? "paragraph " : "") + (one(":scope > .number, :scope > p > .number", node)?.textContent ?? ""),
    });
  }
  return found;
}

function whereYouAre() {
  const bar = one(".pp-where");
  const text = one(".pp-text--document");
  const title = text && one("h1", text);
  if (!bar || !title) return;

  const found = places(text);
  const [titleBox, section, grade, number] = ["title", "section", "grade", "number"].map((name) => one(`.pp-where__${name}`, bar));
  titleBox.textContent ||= title.textContent.trim();
  let shown = -2;
  const links = new Map(all(".pp-contents a").map((link) => [link.hash.slice(1), link]));
  const scroller = one(".md-sidebar__scrollwrap");
  let active;

  /** Marks the current section in the contents beside the text, and keeps it in sight there. */
  const follow = (ids) => {
    const link = ids.map((id) => links.get(encodeURIComponent(id)) ?? links.get(id)).findLast(Boolean);
    if (link === active) return;
    active?.classList.remove("pp-here");
    link?.classList.add("pp-here");
    active = link;
    if (!link) return;
    const [box, frame] = [link.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (box.top < frame.top + 60 || box.bottom > frame.bottom - 60) scroller.scrollTop += box.top - frame.top - frame.height / 3;
  };

  const update = () => {
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 4;
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (found[middle].node.getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    const at = title.getBoundingClientRect().bottom < line / 2 ? low - 1 : -2;
    if (at === shown) return;
    shown = at;
    bar.hidden = at === -2;
    const place = found[at];
    follow(place?.headings ?? []);
    section.textContent = place?.section ?? "";
    number.textContent = place && place.number !== "paragraph " ? place.number : "";
    grade.replaceChildren(...(place?.grade ? [badge(...place.grade)] : []));
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  update();
}

/** The foot of every printed page: its address, with the paragraph it was opened at, and the date. */
function printed() {
  const foot = one(".pp-printed");
  if (!foot) return;
  const base = one("[data-pp-address]", foot).textContent || location.href.split(/[?#]/)[0];
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  foot.classList.remove("pp-printed"); // without this script it stands at the end
  addEventListener("beforeprint", () => {
    const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
    const text = CSS.escape(`${base}${location.hash}, printed ${day}`).replace(/\\ /g, " ");
    sheet.replaceSync(`@page { @bottom-left { content: "${text}"; width: 85%; text-align: left; font: 8pt sans-serif; color: #57606a; } }`);
  });
}

colours();
drawer();
menus();
shortcuts();
slashSwitch();
tables();
whereYouAre();
printed();
citations();
meanings();
notes();
folded();
markWords();
moved().catch(console.error);
addEventListener("hashchange", () => moved().catch(console.error));
if (one("#search-form")) import("./search.js");
if (one("table.register")) import("./register.js");
if (one("#lost-q")) import("./lost.js").then(({ lost }) => lost()).catch(console.error);
if (one("form.finder")) import("./finder.js");
