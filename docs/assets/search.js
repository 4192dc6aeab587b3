// The search page: results are paragraphs. What is asked and chosen lives in the address, so that it can be sent.

import { engine, names, newest, search } from "./engine.js";
import { counted, narrowed } from "./filters.js";
import { named } from "./named.js";
import { all, badge, element, one, ROOT, WORDS } from "./page.js";
import { fieldsets, FILTERS, nameOf } from "./panel.js";
import { found as referred, question } from "./question.js";
import { meant, unheld, vocabulary } from "./spelling.js";

const PAGE = 10;
const PAUSE = 60;

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
function arrival(url, marked) {
  const href = new URL(url.replace(/^\/+/, ""), ROOT);
  if (href.origin !== ROOT.origin) return ROOT.href;
  const words = [...new Set(marked.map((mark) => mark.textContent.toLowerCase().replace(/[^\p{L}\p{N}'’-]/gu, "")))];
  if (words.length) href.searchParams.set("mark", words.slice(0, 12).join(" "));
  return href.href;
}

function result({ url, meta, excerpt: html, content = "" }) {
  const text = excerpt(html, content);
  const link = element("a", { href: arrival(url, all("mark", text)), class: "where" }, meta.title ?? "");
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
  return { query: params.get("q") ?? "", chosen, order: params.get("order") === "newest" ? "newest" : "" };
}

function addressFor({ query, chosen, order }) {
  const address = new URL(location.href.split(/[?#]/)[0]);
  if (query) address.searchParams.set("q", query);
  for (const [name, values] of Object.entries(chosen)) for (const value of values) address.searchParams.append(name, value);
  if (order) address.searchParams.set("order", order);
  return address;
}

/* ---------------------------------------------------------------- the page */

const NONE = Object.fromEntries(FILTERS.map(([name]) => [name, []]));
const link = (path, text) => element("a", { href: new URL(path, ROOT).href }, text);
const paragraphs = (count) => (count === 1 ? "1 paragraph" : `${count.toLocaleString("en-GB")} paragraphs`);

function searchPage() {
  const form = one("#search-form");
  const field = one("#search-q");
  const status = one("#search-status");
  const list = one("#search-results");
  const direct = one("#search-direct");
  const panel = one("#search-filters");
  const lists = one(".filters__lists", panel);
  const chips = one("#search-chosen");
  const order = one("#search-order");
  const tries = one(".examples");
  const wide = matchMedia("(min-width: 60em)");
  const more = element("button", { type: "button", class: "more", hidden: "" }, "Show more");
  list.after(more);
  panel.hidden = false;
  const place = () => (wide.matches ? more.after(panel) : chips.before(panel)); // beside the results they come after them
  place();

  let state = asked();
  let turn = 0;
  let last; // the answer that is shown
  let hits = [];
  let source; // the hits in the order in which they are shown
  let shown = 0;
  let timer;
  let left = false; // whether the reader has opened or closed the filters

  const say = (...content) => status.replaceChildren(...content);

  const show = async (mine, focus) => {
    const taken = [];
    while (taken.length < PAGE) {
      const { value, done } = await source.next();
      if (done) break;
      taken.push(value.data());
    }
    const next = await Promise.all(taken);
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
    direct.replaceChildren();
    more.hidden = true;
    order.hidden = true;
  };

  /** Goes on with another question or other filters. */
  const go = (next) => {
    state = { ...state, ...next };
    field.value = state.query;
    history.pushState(null, "", addressFor(state));
    run();
  };

  const choose = (name, value, on) => {
    const values = state.chosen[name].filter((other) => other !== value);
    go({ query: field.value.trim(), chosen: { ...state.chosen, [name]: on ? [...values, value] : values } });
  };

  /** A link to another search, which needs no new page here. */
  const onward = (next, text) => {
    const made = element("a", { href: addressFor({ ...state, ...next }).href }, text);
    made.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(next);
      field.focus();
    });
    return made;
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
    if (chosen.length > 1) chips.append(onward({ chosen: NONE }, "Remove all"));
  };

  /** The lists of filters, once there is something to count; the index of filters is fetched only for them. */
  const showFilters = async (mine) => {
    if (!panel.open && !(wide.matches && !left && last)) return;
    const [pagefind, known] = await Promise.all([engine(), names()]);
    const every = counted(known, await pagefind.filters());
    const found = last ? await counts(pagefind, known, last) : every;
    if (mine !== turn) return;
    const focused = document.activeElement?.id;
    lists.replaceChildren(...fieldsets(known, every, found, state.chosen, choose));
    panel.open = true;
    if (focused) document.getElementById(focused)?.focus();
  };

  /** What each value of the filters would find; those of one filter but themes add up, so its own choice does not count. */
  const counts = async (pagefind, known, { text, mixed }) => {
    if (mixed) return undefined;
    const found = async (chosen) => counted(known, (await pagefind.search(text, { filters: narrowed(known, chosen) })).filters);
    const now = await found(state.chosen);
    for (const [name] of FILTERS.filter(([name]) => name !== "theme" && state.chosen[name].length)) {
      now[name] = (await found({ ...state.chosen, [name]: [] }))[name];
    }
    return now;
  };

  /** Goes to the one paragraph that a reference names; otherwise says which reports it may mean. */
  const refer = (leads, known) => {
    const places = /\d/.test(state.query) ? referred(state.query, known) : [];
    if (leads && places.length === 1 && places[0].exact) location.assign(new URL(places[0].url, ROOT));
    return places;
  };

  const entry = (kind, ...content) => element("li", { class: kind }, ...content);

  /** The pages that a question names, and the same search within the authority that it names.

      Gives back what is only offered where it leads to something: each with its link's text and a way to count. */
  const showDirect = (places, known) => {
    direct.replaceChildren(...places.map((place) => entry("place", "Go to ", link(place.url, place.title))));
    if (!known || !state.query) return [];
    const { authorities, themes, rest } = named(state.query, known);
    const open = authorities.filter((id) => !state.chosen.authority.includes(id));
    const only = (rest && !places.length ? open : []).map((id) => {
      const chosen = { ...state.chosen, authority: [id] };
      return { item: entry("only", onward({ query: rest, chosen }, `Only ${known.authority[id]}`)), text: rest, chosen };
    });
    const here = [...authorities, ...state.chosen.authority].slice(0, 1);
    const everywhere = new Map(themes.map((id) => [id, entry("named", link(`themes/${id}/`, known.theme[id]), " theme page")]));
    const there = here.flatMap((id) => themes.map((theme) => {
      const item = entry("named", link(`themes/${theme}/${id}/`, `${known.theme[theme]} in ${nameOf(known, "authority", id)}`));
      return { item, text: "", chosen: { ...NONE, theme: [theme], authority: [id] }, instead: everywhere.get(theme) };
    }));
    if (there.length) for (const item of everywhere.values()) item.hidden = true;
    direct.append(
      ...[...only, ...there].map(({ item }) => item),
      ...authorities.map((id) => entry("named", link(`authorities/${id}/`, known.authority[id]), " authority page")),
      ...everywhere.values(),
    );
    return [...only, ...there];
  };

  /** Says how much each offer would find; one that finds nothing is taken back, or has another `instead`. */
  const countOffers = async (mine, offers, known) => {
    const pagefind = await engine();
    for (const { item, text, chosen, instead } of offers) {
      const { results } = await search(pagefind, question(text), narrowed(known, chosen));
      if (mine !== turn) return;
      if (results.length) one("a", item).append(` (${results.length.toLocaleString("en-GB")})`);
      else {
        item.remove();
        if (instead) instead.hidden = false;
      }
    }
  };

  /** What to try where nothing was found. */
  const nothing = (chosen, phrases) => {
    say(chosen.length ? `Nothing with these filters has “${state.query}”. Take a filter away, try ` : `No paragraph has “${state.query}”. Try `,
      "fewer or shorter words, or look through the ", link("themes/", "themes"), " and the ", link("authorities/", "authorities"), ".");
    if (chosen.length) status.append(" ", onward({ chosen: NONE }, "Search without filters"));
    if (phrases.length) status.append(" ", onward({ query: state.query.replace(/["“”]/g, "") }, "Search without quotation marks"));
  };

  /** Says which words no paragraph has, and what may have been meant. */
  const doubt = async (mine, pagefind, { phrases, words }, chosen, known) => {
    const missing = hits.length ? await unheld(pagefind, words) : words; // where nothing is found each word may be wrong
    if (mine !== turn || !missing.length) return;
    if (hits.length && missing.length === words.length && !phrases.length) {
      empty();
      nothing(chosen, phrases);
    } else if (hits.length) status.append(`; none has ${missing.map((word) => `“${word}”`).join(" or ")}.`);
    for (const word of missing) {
      const other = known && meant(word, vocabulary(known));
      if (other) status.append(" Did you mean ", onward({ query: state.query.replace(word, other) }, other), "?");
    }
  };

  const run = async (leads = false) => {
    const mine = ++turn;
    const chosen = Object.values(state.chosen).flat();
    const idle = !state.query.trim() && !chosen.length;
    last = undefined;
    showChosen();
    if (tries) tries.hidden = !idle;
    if (idle) {
      empty();
      say();
      return showFilters(mine).catch(console.error);
    }
    try {
      const [pagefind, known] = await Promise.all([engine(), names().catch(() => null)]);
      if (chosen.length && !known) throw new Error("names.json is not there");
      const places = refer(leads, known);
      const asks = question(state.query);
      const answer = await search(pagefind, asks, chosen.length ? narrowed(known, state.chosen) : {});
      if (mine !== turn) return;
      empty();
      last = answer;
      hits = answer.results;
      source = state.order ? newest(pagefind, hits) : hits.values();
      order.hidden = hits.length < 2;
      one("select", order).value = state.order;
      const offers = showDirect(places, known);
      if (!hits.length && !places.length) nothing(chosen, asks.phrases);
      else if (answer.nearly) say(`${paragraphs(hits.length)} with most of these words${state.order ? "" : ", the best first"}`);
      else say(hits.length ? paragraphs(hits.length) : "");
      await show(mine, false);
      await doubt(mine, pagefind, asks, chosen, known);
      await countOffers(mine, offers, known);
      await showFilters(mine);
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
  wide.addEventListener("change", place);
  one("summary", panel).addEventListener("click", () => {
    left = true;
  });
  panel.addEventListener("toggle", () => left && showFilters(turn).catch(console.error));
  one("select", order).addEventListener("change", (event) => go({ order: event.target.value }));
  field.addEventListener("focus", () => engine().catch(() => {}), { once: true });
  more.addEventListener("click", () => show(turn, true).catch(console.error));

  const early = field.value.trim(); // typed before this script was there
  state = { ...state, query: state.query || early };
  field.value = state.query;
  const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward"; // must not lead on again
  if (state.query || Object.values(state.chosen).some((values) => values.length)) run(!early && !back);
  else field.focus();
}

if (one("#search-form")) searchPage();
