// What stands before Material's script runs: that there are scripts, and where the site is kept in the reader's storage.
// In a file, so that a strict Content-Security-Policy needs no exception.
document.documentElement.classList.replace("no-js", "js"); // at once, so that the page is not laid out twice
// Material takes a link that is "alternate" alone for a translation, and fetches a sitemap from beside each; these are feeds.
for (const feed of document.querySelectorAll("link[rel=alternate]")) feed.relList.add("feed");
globalThis.__md_scope = new URL("../", document.currentScript.src);
globalThis.__md_hash = (text) => [...text].reduce((sum, mark) => (Math.imul(sum, 31) + mark.codePointAt(0)) | 0, 0);
globalThis.__md_get = (key, storage = localStorage, scope = globalThis.__md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
globalThis.__md_set = (key, value, storage = localStorage, scope = globalThis.__md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // nothing may be kept: the choice lasts as long as the page
  }
};
