// A field that hides what does not match of a list or a table, and says how much is left. Regions fold away on a phone.
//
// <form class="finder" data-of="X" hidden> holds the field and an output; in #X an entry is an li or a row of a body. It
// stays when every word of the field begins a word of its text or of its data-also.

import { all, one } from "./page.js";

const MANY = 24; // tiles that fill more than one screen of a phone
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim().split(" ");

function finder(form, place) {
  const field = one("input", form);
  const output = one("output", form);
  const regions = all("details", place);
  const entries = all("li, tbody > tr", place).map((entry) => [entry, fold(`${entry.textContent} ${entry.dataset.also ?? ""}`)]);
  const folded = entries.length > MANY && matchMedia("(max-width: 45em)").matches;
  for (const region of regions) region.open = !folded;

  const left = () => entries.filter(([entry]) => !entry.hidden);
  field.addEventListener("input", () => {
    const asked = field.value.trim() ? fold(field.value) : [];
    for (const [entry, words] of entries) entry.hidden = !asked.every((part) => words.some((word) => word.startsWith(part)));
    for (const region of regions) {
      region.hidden = !one("li:not([hidden])", region);
      region.open = asked.length > 0 || !folded;
    }
    output.textContent = asked.length ? `${left().length} of ${entries.length}` : "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (left().length === 1) one("a", left()[0][0]).click();
  });
  form.hidden = false;
}

for (const form of all("form.finder")) finder(form, document.getElementById(form.dataset.of));
