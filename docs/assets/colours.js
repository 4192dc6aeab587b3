// The button that changes the colours of all pages; theme.js has painted this one already.
import { all } from "./page.js";

/** Shows the button that leads away from the colours in use, keeps what is chosen, and follows the machine until then. */
export function colours() {
  const buttons = all("[data-pp-scheme]");
  const show = () => {
    for (const button of buttons) button.hidden = button.dataset.ppScheme !== document.body.dataset.mdColorScheme;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      document.body.dataset.mdColorScheme = button.dataset.ppNext;
      try {
        localStorage.setItem("pinpoint.colours", button.dataset.ppNext);
      } catch {
        // nothing may be kept: the choice lasts as long as the page
      }
      show();
      buttons.find((other) => !other.hidden)?.focus();
    });
  }
  show();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
}
