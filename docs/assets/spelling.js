// Words of a question that no paragraph has, which the engine passes over in silence, and what may have been meant.

const SHORT = 4; // letters below which a word is not doubted
const LONG = 7; // letters above which two of them may be wrong
const LOOKED_AT = 3; // hits whose marked words tell what was taken for the word

/** How many letters two words have in common at their beginnings. */
const common = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
};

/** Whether one of the words found is a form of the word asked for: half of it, at least, is the same. */
export const isForm = (word, found) => found.some((other) => common(word.toLowerCase(), other.toLowerCase()) >= word.length / 2);

/** The words that are marked in an excerpt. */
export const marked = (excerpt) => [...excerpt.matchAll(/<mark>([^<]*)<\/mark>/g)].flatMap(([, text]) => text.match(/\p{L}+/gu) ?? []);

/** How many letters must be changed, added or left out to make one word of another. */
function distance(one, other) {
  let row = [...Array(other.length + 1).keys()];
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      next[to] = Math.min(next[to - 1] + 1, row[to] + 1, row[to - 1] + (one[at - 1] === other[to - 1] ? 0 : 1));
    }
    row = next;
  }
  return row.at(-1);
}

/** The names of places and themes, and the words that name a theme: what a misspelt word may mean. */
export const vocabulary = (names) => [...new Set(
  [...Object.values(names.authority), ...Object.values(names.theme), ...Object.values(names.words)].join(" ").match(/\p{L}{4,}/gu) ?? [],
)];

/** The word that is nearest to a misspelt one; nothing where none is near. */
export function meant(word, words) {
  const most = word.length > LONG ? 2 : 1;
  const near = words.map((other) => [distance(word.toLowerCase(), other.toLowerCase()), other]).sort(([a], [b]) => a - b)[0];
  return near && near[0] && near[0] <= most ? near[1] : undefined;
}

/** The words of a question that no paragraph has. */
export async function unheld(pagefind, words) {
  const doubted = words.map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")).filter((word) => word.length >= SHORT && /^\p{L}+$/u.test(word));
  const answers = await Promise.all(doubted.map(async (word) => {
    const { results } = await pagefind.search(word);
    const first = await Promise.all(results.slice(0, LOOKED_AT).map((hit) => hit.data()));
    return isForm(word, first.flatMap(({ excerpt }) => marked(excerpt))) ? [] : [word];
  }));
  return answers.flat();
}
