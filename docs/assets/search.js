// The search page: results are paragraphs. What is asked and chosen lives in the address, so that it can be sent.

import { all, badge, element, one, ROOT, WORDS } from "./page.js";
import { counted, narrowed } from "./filters.js";
import { found as referred, question } from "./question.js";

const PAGE = 10;
const PAUSE = 60;
const MOST = 12; // values of a filter before the rest is folded away
const ENOUGH = 3;
const FILTERS = [
  ["kind", "Kind"],
  ["theme", "Theme"],
  ["grade", "Grade of the section"],
  ["authority", "Authority"],
  ["region", "Region"],
  ["framework", "Framework"],
  ["year", "Year"],
];
const KINDS = { paragraph: "Paragraph of a report", recommendation: "Recommendation", minute: "Minute", paper: "Paper of a committee" };
const GRADES = Object.keys(WORDS);
const RANKING = { pageLength: 0.4, termFrequency: 0.7, termSaturation: 1.4, termSimilarity: 6 };

/** Pagefind's excerpt is HTML; only its text and its marks are taken over. */
function excerpt(html, content) {
  const made = element("p", { class: "quoted" });
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of body.childNodes) {
    made.append(node.nodeName === "MARK" ? element("mark", {}, node.textContent) : node.textContent);
  }
  const [whole, shown] = [content, made.textContent].map((text) => text.replace(/\s+/g, " ").trim());
  if (!whole.startsWith(shown)) made.prepend("… ");
  if (!whole.endsWith(shown)) made.append(" …");
  return made;
}

/** The address of a result, with the words to mark on arrival. */
function arrival(meta, marked) {
  const href = new URL(String(meta.url ?? "").replace(/^\/+/, ""), ROOT);
  if (href.origin !== ROOT.origin) return ROOT.href;
  const words = [...new Set(marked.map((mark) => mark.textContent.toLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, "")))];
  if (words.length) href.searchParams.set("mark", words.slice(0, 12).join(" "));
  return href.href;
}

function result({ meta, excerpt: html, content = "" }) {
  const text = excerpt(html, content);
  const link = element("a", { href: arrival(meta, all("mark", text)), class: "where" }, meta.title ?? "");
  const head = element("h2", {}, link);
  const item = element("li", {}, head);
  if (meta.grade in WORDS) head.append(" ", badge(meta.grade));
  if (meta.section) item.append(element("p", { class: "section" }, meta.section));
  item.append(text);
  return item;
}

/* ---------------------------------------------------------------- what is asked, in the address */

function asked() {
  const params = new URL(location.href).searchParams;
  const chosen = Object.fromEntries(FILTERS.map(([name]) => [name, [...new Set(params.getAll(name).filter(Boolean))]]));
  return { query: params.get("q") ?? "", chosen };
}

function addressFor({ query, chosen }) {
  const address = new URL(location.href.split(/[?#]/)[0]);
  if (query) address.searchParams.set("q", query);
  for (const [name, values] of Object.entries(chosen)) for (const value of values) address.searchParams.append(name, value);
  return address;
}

/* ---------------------------------------------------------------- the engine */

/** Pagefind and the names, loaded once; a failed load is tried again. */
function once(load) {
  let going;
  return () => {
    going ??= load();
    going.catch(() => { going = undefined; });
    return going;
  };
}

const engine = once(async () => {
  const pagefind = await import(new URL("pagefind/pagefind.js", ROOT).href);
  await pagefind.options({ bundlePath: new URL("pagefind/", ROOT).pathname, baseUrl: "/", excerptLength: 45, ranking: RANKING });
  await pagefind.init();
  return pagefind;
});

const names = once(async () => {
  const answer = await fetch(new URL("search/names.json", ROOT));
  if (!answer.ok) throw new Error(`names.json: ${answer.status}`);
  return answer.json();
});

/** The hits that stand in every list, in the order of the first. */
const inAll = ([first, ...rest]) => first.filter((hit) => rest.every((list) => list.some((other) => other.id === hit.id)));

/** All that is found for a question: phrases whole, and where too little has every word, what has all but one. */
async function search(pagefind, { phrases, words }, filters) {
  const ask = async (text) => ({ ...(await pagefind.search(text, { filters })), text });
  if (!phrases.length && !words.length) return ask(null);
  const answers = await Promise.all([...phrases.map((phrase) => ask(`"${phrase}"`)), ...(words.length ? [ask(words.join(" "))] : [])]);
  const answer = answers.at(-1);
  if (answers.length > 1) return { ...answer, results: inAll([...answers].reverse().map((one) => one.results)), filters: undefined };
  if (phrases.length || answer.results.length >= ENOUGH || words.length < 3) return answer;
  return relaxed(ask, words, answer);
}

/** What has all words but one, best first; and on with fewer words while nothing is found. */
async function relaxed(ask, words, answer) {
  let rest = words;
  while (rest.length > 2) {
    const lists = await Promise.all(rest.map((_, at) => ask(rest.filter((word, other) => other !== at).join(" "))));
    const scores = new Map();
    for (const { results } of lists) {
      for (const hit of results) {
        const entry = scores.get(hit.id) ?? { hit, score: 0 };
        entry.score += hit.score;
        scores.set(hit.id, entry);
      }
    }
    const exact = new Set(answer.results.map((hit) => hit.id));
    const more = [...scores.values()].filter(({ hit }) => !exact.has(hit.id)).sort((a, b) => b.score - a.score);
    if (more.length || answer.results.length) {
      return { ...answer, results: [...answer.results, ...more.map(({ hit }) => hit)], nearly: more.length, filters: undefined };
    }
    const fewest = lists.map((list) => list.unfilteredResultCount ?? list.results.length);
    rest = rest.filter((_, at) => at !== fewest.indexOf(Math.max(...fewest)));
    if (rest.length === 2) return { ...(await ask(rest.join(" "))), nearly: true };
  }
  return answer;
}

/* ---------------------------------------------------------------- the page */

const link = (path, text) => element("a", { href: new URL(path, ROOT).href }, text);
const paragraphs = (count) => (count === 1 ? "1 paragraph" : `${count.toLocaleString("en-GB")} paragraphs`);

function nameOf(known, filter, value) {
  if (filter === "kind") return Object.hasOwn(KINDS, value) ? KINDS[value] : value;
  return Object.hasOwn(known?.[filter] ?? {}, value) ? known[filter][value] : value;
}

/** The values of a filter in the order in which people look for them. */
function ordered(filter, values, known) {
  const entries = Object.entries(values);
  if (filter === "grade") return entries.sort(([a], [b]) => GRADES.indexOf(a) - GRADES.indexOf(b));
  if (filter === "year") return entries.sort(([a], [b]) => b.localeCompare(a));
  if (filter === "authority") return entries.sort(([a], [b]) => nameOf(known, filter, a).localeCompare(nameOf(known, filter, b)));
  return entries.sort(([, a], [, b]) => b - a);
}

function searchPage() {
  const form = one("#search-form");
  const field = one("#search-q");
  const status = one("#search-status");
  const list = one("#search-results");
  const panel = one("#search-filters");
  const lists = one(".filters__lists", panel);
  const chips = one("#search-chosen");
  const more = element("button", { type: "button", class: "more", hidden: "" }, "Show more");
  list.after(more);
  panel.hidden = false;

  let state = asked();
  let turn = 0;
  let hits = [];
  let shown = 0;
  let timer;

  const say = (...content) => status.replaceChildren(...content);

  const show = async (mine, focus) => {
    const next = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
    if (mine !== turn) return;
    const first = list.children.length;
    list.append(...next.map(result));
    shown += next.length;
    more.hidden = shown >= hits.length;
    if (focus) one("a", list.children[first])?.focus();
  };

  const empty = () => {
    hits = [];
    shown = 0;
    list.replaceChildren();
    more.hidden = true;
  };

  /** What is chosen, each to be taken back by one press. */
  const showChosen = async () => {
    const chosen = FILTERS.flatMap(([name]) => state.chosen[name].map((value) => [name, value]));
    chips.hidden = chosen.length === 0;
    if (!chosen.length) return chips.replaceChildren();
    const known = await names().catch(() => ({}));
    chips.replaceChildren(...chosen.map(([name, value]) => {
      const button = element("button", { type: "button", "aria-label": `Remove the filter ${nameOf(known, name, value)}` }, `${nameOf(known, name, value)} ✕`);
      button.addEventListener("click", () => choose(name, value, false));
      return button;
    }));
  };

  /** The lists of filters with how many of what was found each value has. */
  const showFilters = async (counts) => {
    if (!panel.open) return;
    const [pagefind, known] = await Promise.all([engine(), names()]);
    const every = counted(known, await pagefind.filters());
    const now = counts ?? (state.query ? undefined : every); // unknown where several searches were put together
    const focused = document.activeElement?.id;
    lists.replaceChildren(...FILTERS.filter(([name]) => Object.keys(every[name]).length).map(([name, title]) => {
      const box = element("fieldset", {}, element("legend", {}, title));
      const chosenFirst = ([a], [b]) => state.chosen[name].includes(b) - state.chosen[name].includes(a);
      const values = ordered(name, Object.fromEntries(Object.keys(every[name]).map((value) => [value, now ? (now[name][value] ?? 0) : ""])), known).sort(chosenFirst);
      const rows = values.map(([value, count]) => {
        const input = element("input", { type: "checkbox", id: `f-${name}-${value.replace(/\W+/g, "-")}` });
        input.checked = state.chosen[name].includes(value);
        input.addEventListener("change", () => choose(name, value, input.checked));
        return element("label", { "data-empty": String(count === 0 && !input.checked) }, input, element("span", {}, nameOf(known, name, value)), element("small", {}, count.toLocaleString("en-GB")));
      });
      box.append(...rows.slice(0, MOST));
      if (rows.length > MOST) box.append(element("details", {}, element("summary", {}, `${rows.length - MOST} more`), ...rows.slice(MOST)));
      return box;
    }));
    if (focused) document.getElementById(focused)?.focus();
  };

  const choose = (name, value, on) => {
    const values = state.chosen[name].filter((other) => other !== value);
    state = { ...state, chosen: { ...state.chosen, [name]: on ? [...values, value] : values } };
    history.pushState(null, "", addressFor(state));
    run();
  };

  /** Goes to the one paragraph that a reference names; otherwise says which reports it may mean. */
  const refer = async (go) => {
    if (!/\d/.test(state.query)) return [];
    const places = referred(state.query, await names().catch(() => null));
    if (go && places.length === 1 && places[0].exact) location.assign(new URL(places[0].url, ROOT));
    return places;
  };

  /** What each value of the filters would find; those of one filter but themes add up, so its own choice does not count. */
  const counts = async (pagefind, { text, filters: found }) => {
    if (!panel.open || !found) return undefined;
    const known = await names();
    const now = counted(known, found);
    for (const [name] of FILTERS.filter(([name]) => name !== "theme" && state.chosen[name].length)) {
      const without = narrowed(known, { ...state.chosen, [name]: [] });
      now[name] = counted(known, (await pagefind.search(text, { filters: without })).filters)[name];
    }
    return now;
  };

  const run = async (go = false) => {
    const mine = ++turn;
    const chosen = Object.values(state.chosen).flat();
    showChosen();
    if (!state.query.trim() && !chosen.length) {
      empty();
      say();
      return showFilters();
    }
    try {
      const [pagefind, places, filters] = await Promise.all([engine(), refer(go), chosen.length ? names().then((known) => narrowed(known, state.chosen)) : {}]);
      if (panel.open) await pagefind.filters(); // only then are they counted
      if (mine !== turn) return;
      const answer = await search(pagefind, question(state.query), filters);
      if (mine !== turn) return;
      empty();
      hits = answer.results;
      list.append(...places.map((place) => element("li", { class: "place" }, element("h2", {}, link(place.url, place.title)))));
      const nothing = !hits.length && !places.length;
      if (nothing) {
        say(chosen.length ? `Nothing with these filters has “${state.query}”. Take a filter away, try ` : `No paragraph has “${state.query}”. Try `,
          "fewer or shorter words, or look through the ", link("themes/", "themes"), " and the ", link("authorities/", "authorities"), ".");
      } else if (answer.nearly) say(`${paragraphs(hits.length)} with most of these words, the best first`);
      else say(hits.length ? paragraphs(hits.length) : "");
      await show(mine, false);
      await showFilters(await counts(pagefind, answer));
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      empty();
      say("Search does not work here at the moment: its index could not be loaded. The ",
        link("themes/", "themes"), " and the ", link("authorities/", "authorities"), " lead to every paragraph.");
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    state = { ...state, query: field.value.trim() };
    history.pushState(null, "", addressFor(state));
    run(true);
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state = { ...state, query: field.value.trim() };
      history.replaceState(null, "", addressFor(state));
      run();
    }, PAUSE);
  });
  addEventListener("popstate", () => {
    state = asked();
    field.value = state.query;
    run();
  });
  panel.addEventListener("toggle", () => panel.open && run());
  field.addEventListener("focus", () => engine().catch(() => {}), { once: true });
  more.addEventListener("click", () => show(turn, true).catch(console.error));

  const early = field.value.trim(); // typed before this script was there
  state = { ...state, query: state.query || early };
  field.value = state.query;
  const filtered = Object.values(state.chosen).some((values) => values.length);
  if (filtered && matchMedia("(min-width: 60em)").matches) panel.open = true;
  const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward"; // must not lead on again
  if (state.query || filtered) run(!early && !back);
  else field.focus();
}

if (one("#search-form")) searchPage();
