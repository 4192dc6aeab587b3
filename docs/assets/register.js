// A register: a table whose rows can be chosen and put in order. What is chosen stands in the page's address.
//
// <form class="register-filters" data-for="X" hidden> holds selects and an output; an option without a value stands for
// all. In <table class="register" id="X">, a row shows when for each select with a value its data-NAME, a list of words,
// has that value. <th data-sort="text|number|grade"> becomes a button that sorts by the cells' data-value, else by their
// text; data-name is what the address calls the column. Cells that are empty so stay last.

import { all, element, one } from "./page.js";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const words = (text) => text.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** What a cell is sorted by: a number, a text, or undefined where there is nothing to go by. */
function worth(cell, kind) {
  if (!cell) return undefined;
  const value = cell.dataset.value ?? (kind === "text" && cell.colSpan === 1 ? cell.textContent.trim() : "");
  if (value === "") return undefined;
  return kind === "text" ? value : Number(value);
}

function compare(one, other, way) {
  if (one === undefined || other === undefined) return (one === undefined) - (other === undefined);
  return way * (typeof one === "number" ? one - other : collator.compare(one, other));
}

function sort(table, head, way) {
  const column = head.cellIndex;
  const body = table.tBodies[0];
  const rows = all(":scope > tr", body).map((row) => [row, worth(row.cells[column], head.dataset.sort)]);
  rows.sort(([, a], [, b]) => compare(a, b, way)); // rows that are worth the same keep their order
  body.append(...rows.map(([row]) => row));
  for (const other of all("th[data-sort]", table)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
}

/** Puts some values into the page's address, and takes those that are empty out of it. */
function remember(values) {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

const nameOf = (head) => head.dataset.name ?? words(head.textContent);

function sortable(table) {
  const heads = all("th[data-sort]", table);
  for (const head of heads) {
    const button = element("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const first = head.dataset.sort === "text" ? 1 : -1; // the best grade and the largest number come first
      const now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")];
      const way = now ? -now : first;
      sort(table, head, way);
      remember({ sort: nameOf(head), order: way > 0 ? "up" : "down" });
    });
  }
  const asked = new URLSearchParams(location.search);
  const head = heads.find((one) => nameOf(one) === asked.get("sort"));
  if (head) sort(table, head, asked.get("order") === "down" ? -1 : 1);
}

function filtered(form, table) {
  const selects = all("select", form);
  const rows = all("tbody > tr", table);
  const apply = () => {
    const chosen = selects.filter((select) => select.value);
    for (const row of rows) {
      row.hidden = !chosen.every(({ name, value }) => (row.getAttribute(`data-${name}`) ?? "").split(" ").includes(value));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    one("output", form).textContent = `${shown} of ${rows.length} shown`;
    dispatchEvent(new Event("resize")); // the table may be narrower now
  };
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const wanted = words(asked.get(select.name) ?? "");
    const option = [...select.options].find((one) => wanted && wanted === words(one.value));
    if (option) select.value = option.value;
  }
  form.addEventListener("change", () => {
    apply();
    remember(Object.fromEntries(selects.map(({ name, value }) => [name, value])));
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change")))); // once it is done
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
}

for (const table of all("table.register")) {
  sortable(table);
  const form = one(`form.register-filters[data-for="${CSS.escape(table.id)}"]`);
  if (form) filtered(form, table);
}
