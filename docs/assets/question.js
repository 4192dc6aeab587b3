// What a reader asks: phrases, words, or a reference such as "Essex 2014 para 41". Pure functions.

const SMALL = new Set(("a about after all also an and any are as at be been by can did do does for from had has have how if in is it its "
  + "many much not of on or so such than that the their them there they this to was were what when where which who why will with would").split(" "));
const REFERENCE = /^(?<name>\D*?)[\s,]*(?<year>(?:19|20)\d\d)?[\s,]*(?:paragraph|para|par|pt|point|no|number|p|¶|§)?\.?\s*(?<number>[a-z]?\d+(?:\.\d+)*[a-z]?|[ivxl]+)?$/i;
const RANGE = /^(.*?)(\d+)\.\.(\d+)$/;

export const slug = (text) => text.normalize("NFKD").toLowerCase().replace(/&/g, " and ").replace(/['’]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** The phrases in quotation marks and the other words; small words count only where there are no others. */
export function question(text) {
  const phrases = [];
  const rest = text.replace(/["“”]([^"“”]+)["“”]/g, (_, phrase) => (phrases.push(phrase.trim()), " ")).replace(/["“”]/g, " ");
  const every = rest.split(/\s+/).filter(Boolean);
  const words = every.filter((word) => !SMALL.has(word.toLowerCase().replace(/[^a-z'’]/g, "")));
  return { phrases: phrases.filter(Boolean), words: words.length || phrases.length ? words : every };
}

/** Whether the tokens of a report's anchors hold one; `p1..124` stands for all from p1 to p124. */
export function holds(tokens, anchor) {
  return tokens.some((token) => {
    const range = RANGE.exec(token);
    if (!range) return token === anchor;
    const number = anchor.slice(range[1].length);
    return anchor.startsWith(range[1]) && /^(?:0|[1-9]\d*)$/.test(number) && Number(number) >= Number(range[2]) && Number(number) <= Number(range[3]);
  });
}

/** The places that a reference names: paragraphs, or reports where it gives no number; `exact` where it is a paragraph. */
export function found(text, names) {
  const match = names && REFERENCE.exec(text.trim());
  if (!match || !match.groups.name.trim() || !(match.groups.year || match.groups.number)) return [];
  const { year, number } = match.groups;
  const bare = slug(match.groups.name.replace(/\b(?:report|ofsted|council|county|city|borough|inspection|paragraph|para)\b/gi, " "));
  if (!bare) return [];
  const known = names.authority[bare] ? bare : names.aliases[bare];
  const places = known ? [known] : Object.keys(names.authority).filter((one) => one.startsWith(bare));
  const anchor = number && `p${number.toLowerCase()}`;
  return names.documents
    .filter(([, , authority, when, , kind, tokens]) => kind === "paragraph" && places.includes(authority) && (!year || when === year) && (!anchor || holds(tokens, anchor)))
    .map(([url, title]) => ({ url: anchor ? `${url}#${anchor}` : url, title: anchor ? `${title}, paragraph ${number}` : title, exact: Boolean(anchor) }))
    .slice(0, 5);
}
