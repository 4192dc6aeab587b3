// The page of one paragraph: its colours as chosen on the other pages, its citation, its abbreviations.
import { citations } from "./cite.js";
import { meanings } from "./meanings.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const chosen = () => {
  try {
    return JSON.parse(localStorage.getItem(`${new URL("../", import.meta.url).pathname}.__palette`))?.color?.scheme;
  } catch {
    return undefined; // nothing was chosen, or nothing may be kept
  }
};
const paint = () => {
  document.body.dataset.mdColorScheme = chosen() ?? (dark.matches ? "slate" : "default");
};
paint();
dark.addEventListener("change", paint);
citations();
meanings();
