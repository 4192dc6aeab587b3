// What a page of this site does beyond being read: where you are in a report, search, "/", the drawer.
// Everything works without it, but search. No dependencies; addresses are taken from this file's own.

const ROOT = new URL("../", import.meta.url);
const WORDS = {
  outstanding: "Outstanding",
  good: "Good",
  "requires-improvement": "Requires improvement",
  adequate: "Adequate",
  inadequate: "Inadequate",
  "not-judged": "Not judged",
};

const one = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/** A new element; text is only ever set as text. */
function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const badge = (slug, word = WORDS[slug]) => element("strong", { class: `grade ${slug}` }, word);

/* ---------------------------------------------------------------- header */

function palette() {
  for (const button of all("[data-pp-palette]")) {
    button.addEventListener("click", () => {
      const target = document.getElementById(button.dataset.ppPalette);
      target.click();
      target.nextElementSibling.focus();
    });
  }
}

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

/** "/" goes to the page's search field, unless the reader is writing. */
function slash() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const field = one("#pp-q") ?? one(".home-search input");
    if (!field) return;
    event.preventDefault();
    event.stopPropagation();
    field.focus();
    field.select();
  }, true);
}

/* ---------------------------------------------------------------- tables */

/** Names the columns for the layout that stacks rows on a phone, and lets the keyboard scroll wide tables. */
function tables() {
  for (const table of all(".card table, .pp-text--home table, .pp-text--index table, .pp-text--authority table")) {
    const names = all("thead th", table).map((cell) => cell.textContent.trim());
    for (const row of all("tbody tr", table)) {
      [...row.cells].forEach((cell, column) => names[column] && (cell.dataset.label = names[column]));
    }
  }
  for (const table of all(".pp-text table")) {
    table.classList.add("pp-table"); // Material wraps tables that have no class in boxes of its own
    if (table.closest("div.table, .card")) continue;
    const box = element("div", { class: "pp-scroll" });
    table.replaceWith(box);
    box.append(table);
  }
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

/** A dot in the contents beside every graded section; the word stands in the heading itself. */
function gradeDots() {
  for (const heading of all(".pp-text [data-grade][id]")) {
    if (!(heading.dataset.grade in WORDS)) continue;
    for (const link of all(`.pp-toc a[href="#${CSS.escape(heading.id)}"]`)) {
      link.append(element("i", { class: `pp-dot ${heading.dataset.grade}`, "aria-hidden": "true" }));
    }
  }
}

/** The foot of a printed page: its address, with the paragraph it was opened at, and the date. */
function printed() {
  const fill = () => {
    const address = one("[data-pp-address]");
    if (!address) return;
    const base = address.dataset.base ??= address.textContent || location.href.split("#")[0];
    address.textContent = base + location.hash;
    one("[data-pp-date]").textContent = `, printed ${new Date().toLocaleDateString("en-GB", { dateStyle: "long" })}`;
  };
  fill();
  addEventListener("beforeprint", fill);
}

/* ---------------------------------------------------------------- search */

const PAGE = 20;
const PAUSE = 180;

/** Pagefind's excerpt is HTML; only its text and its marks are taken over. */
function excerpt(html, content) {
  const made = element("p", { class: "quoted" });
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of body.childNodes) {
    made.append(node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
  }
  const [all, shown] = [content, made.textContent].map((text) => text.replace(/\s+/g, " ").trim());
  if (!all.startsWith(shown)) made.prepend("… ");
  if (!all.endsWith(shown)) made.append(" …");
  return made;
}

function result({ meta, excerpt: html, content = "" }) {
  const href = new URL(String(meta.url ?? "").replace(/^\/+/, ""), ROOT);
  const link = element("a", { href: href.origin === ROOT.origin ? href.href : ROOT.href, class: "where" }, meta.title ?? href.pathname);
  const head = element("h2", {}, link);
  const item = element("li", {}, head);
  if (meta.grade in WORDS) head.append(" ", badge(meta.grade));
  if (meta.section) item.append(element("p", { class: "section" }, meta.section));
  item.append(excerpt(html, content));
  return item;
}

function searchPage() {
  const form = one("#search-form");
  if (!form) return;
  const field = one("#search-q");
  const status = one("#search-status");
  const list = one("#search-results");
  const more = element("button", { type: "button", class: "more", hidden: "" }, "Show more");
  list.after(more);

  let engine;
  let turn = 0;
  let found = [];
  let timer;

  const load = () => {
    engine ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (pagefind) => {
      await pagefind.options({ bundlePath: new URL("pagefind/", ROOT).pathname, baseUrl: "/", excerptLength: 45 });
      await pagefind.init();
      return pagefind;
    });
    engine.catch(() => { engine = undefined; });
    return engine;
  };

  const say = (...content) => status.replaceChildren(...content);
  const link = (path, text) => element("a", { href: new URL(path, ROOT).href }, text);

  const show = async (mine, focus) => {
    const from = list.children.length;
    const next = await Promise.all(found.slice(from, from + PAGE).map((hit) => hit.data()));
    if (mine !== turn) return;
    list.append(...next.map(result));
    more.hidden = list.children.length >= found.length;
    if (focus) one("a", list.children[from])?.focus();
  };

  const search = async () => {
    const mine = ++turn;
    const query = field.value.trim();
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
    if (!query) {
      found = [];
      list.replaceChildren();
      more.hidden = true;
      say();
      return;
    }
    try {
      const pagefind = await load();
      const answer = await pagefind.search(query);
      if (mine !== turn) return;
      found = answer.results;
      list.replaceChildren();
      const count = found.length.toLocaleString("en-GB");
      if (found.length) say(found.length === 1 ? "1 paragraph" : `${count} paragraphs`);
      else {
        say(`No paragraph has “${query}”. Try fewer or shorter words, or look through the `,
          link("themes/", "themes"), " and the ", link("authorities/", "authorities"), ".");
      }
      more.hidden = true;
      await show(mine, false);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      list.replaceChildren();
      more.hidden = true;
      say("Search does not work here at the moment: its index could not be loaded. The ",
        link("themes/", "themes"), " and the ", link("authorities/", "authorities"), " lead to every paragraph.");
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  more.addEventListener("click", () => show(turn, true).catch(console.error));

  field.value = new URL(location.href).searchParams.get("q") ?? "";
  if (field.value) search();
  else field.focus();
}

palette();
drawer();
slash();
gradeDots();
tables();
whereYouAre();
printed();
searchPage();
