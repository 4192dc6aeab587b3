// What Material's script asks of a page before it runs: where the site is kept in the reader's storage.
// In a file, so that a strict Content-Security-Policy needs no exception.
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
