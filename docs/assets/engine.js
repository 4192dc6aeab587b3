// The engine of the search page: Pagefind, what the page knows by heart, and how a question becomes searches.

import { idOf } from "./filters.js";
import { ROOT } from "./page.js";
import { isForm, marked } from "./spelling.js";

const ENOUGH = 3;
const FEW = 100; // hits that tell their own dates sooner than the index tells those of whole months
const BEGINNING = 6; // letters, as in converter/site/pagefind_files.py
const RANKING = { pageLength: 0.4, termFrequency: 0.7, termSaturation: 1.4, termSimilarity: 6 };
const OPTIONS = { baseUrl: "/", excerptLength: 45, ranking: RANKING };

/** Pagefind and the names, loaded once; a failed load is tried again. */
function once(load) {
  let going;
  return () => {
    going ??= load();
    going.catch(() => { going = undefined; });
    return going;
  };
}

export const names = once(async () => {
  const answer = await fetch(new URL("search/names.json", ROOT));
  if (!answer.ok) throw new Error(`names.json: ${answer.status}`);
  return answer.json();
});

const started = async () => {
  const pagefind = await import(new URL("pagefind/pagefind.js", ROOT).href);
  await pagefind.options({ bundlePath: new URL("pagefind/", ROOT).pathname, ...OPTIONS });
  await pagefind.init();
  return pagefind;
};

/** Pagefind with all bundles of the index; it finds in the first while the others are not known yet, so they are awaited. */
export const engine = once(async () => {
  const [pagefind, { bundles }] = await Promise.all([started(), names()]);
  try {
    await Promise.all(bundles.slice(1).map((place) => pagefind.mergeIndex(new URL(`${place}/`, ROOT).pathname, OPTIONS)));
  } catch (error) {
    await pagefind.destroy(); // the next try would merge some a second time
    throw error;
  }
  return pagefind;
});

/** The hits that stand in every list, in the order of the first. */
const inAll = ([first, ...rest]) => first.filter((hit) => rest.every((list) => list.some((other) => other.id === hit.id)));

/** The bundle of a hit: the letters that the names of its fragments begin with. */
const bundleOf = ({ id }) => id.slice(0, BEGINNING);

/** Those of some bundles that lack a word which others hold: Pagefind passes over it there, or takes a shorter one for it. */
async function strangers(pagefind, word, bundles) {
  const [some, exact] = await Promise.all([pagefind.search(word), pagefind.search(`"${word}"`)]);
  const held = new Set(exact.results.map(bundleOf));
  const first = new Map(some.results.map((hit) => [bundleOf(hit), hit]));
  const doubted = held.size ? [...first].filter(([bundle]) => !held.has(bundle)) : []; // where none holds it nothing is known
  const found = await Promise.all(doubted.map(async ([bundle, hit]) => (isForm(word, marked((await hit.data()).excerpt)) ? [] : [bundle])));
  return [...found.flat(), ...(first.size ? bundles.filter((bundle) => !first.has(bundle)) : [])];
}

/** What Pagefind finds for words or a phrase, without the bundles that lack one of the words. */
async function asked(pagefind, text, filters) {
  const answer = { ...(await pagefind.search(text, { filters })), text };
  const bundles = [...new Set(answer.results.map(bundleOf))];
  if (!text || text.startsWith('"') || (await names()).bundles.length < 2) return answer;
  const strange = new Set((await Promise.all(text.split(" ").map((word) => strangers(pagefind, word, bundles)))).flat());
  if (!strange.size) return answer;
  return { ...answer, results: answer.results.filter((hit) => !strange.has(bundleOf(hit))), mixed: true };
}

/** All that is found for a question: phrases whole, and where too little has every word, what has all but one.
    `mixed` where several searches were put together, so that nothing was counted. */
export async function search(pagefind, { phrases, words }, filters) {
  const ask = (text) => asked(pagefind, text, filters);
  if (!phrases.length && !words.length) return ask(null);
  const answers = await Promise.all([...phrases.map((phrase) => ask(`"${phrase}"`)), ...(words.length ? [ask(words.join(" "))] : [])]);
  const answer = answers.at(-1);
  if (answers.length > 1) return { ...answer, results: inAll([...answers].reverse().map((one) => one.results)), mixed: true };
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
      return { ...answer, results: [...answer.results, ...more.map(({ hit }) => hit)], nearly: more.length, mixed: true };
    }
    const fewest = lists.map((list) => list.unfilteredResultCount ?? list.results.length);
    rest = rest.filter((_, at) => at !== fewest.indexOf(Math.max(...fewest)));
    if (rest.length === 2) return { ...(await ask(rest.join(" "))), nearly: true };
  }
  return answer;
}

/* ---------------------------------------------------------------- the newest first: the index itself knows no dates */

const monthOf = (url) => /\/(\d{4}-\d{2})/.exec(url)?.[1] ?? "";
const months = once(async () => {
  const groups = new Map();
  (await names()).documents.forEach(([url]) => groups.set(monthOf(url), [...(groups.get(monthOf(url)) ?? []), idOf(url)]));
  return [...groups].sort(([a], [b]) => b.localeCompare(a)).map(([, documents]) => documents);
});

/** The hits from the newest month to the oldest, found as they are asked for; within a month they keep their order. */
export async function* newest(pagefind, hits) {
  if (hits.length <= FEW) {
    const dated = await Promise.all(hits.map(async (hit) => [hit, monthOf((await hit.data()).url)]));
    yield* dated.sort(([, a], [, b]) => b.localeCompare(a)).map(([hit]) => hit);
    return;
  }
  for (const documents of await months()) {
    const { results } = await pagefind.search(null, { filters: { document: { any: documents } } });
    const there = new Set(results.map(({ id }) => id));
    yield* hits.filter(({ id }) => there.has(id));
  }
}
