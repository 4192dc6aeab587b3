// A register: a table whose rows can be chosen and put in order. What is chosen stands in the page's address.
//
// <form class="register-filters" data-for="X" hidden> holds selects and an output; an option without a value stands for
// all. In <table class="register" id="X">, a row shows when for each select with a value its data-NAME, a list of words,
// has that value, and the words of an input of type search. A button of the class register-filters__open opens the fields
// on a narrow page, where a select does what the heads of the columns do. <th data-sort="text|number|grade"> becomes a button that sorts by the cells' data-value, else by their
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

/** The best grade and the largest number come first, and the first letter. */
const firstWay = (head) => (head.dataset.sort === "text" ? 1 : -1);

function sortable(table) {
  const heads = all("th[data-sort]", table);
  const by = (head, way) => {
    sort(table, head, way);
    remember({ sort: nameOf(head), order: way > 0 ? "up" : "down" });
  };
  for (const head of heads) {
    const button = element("button", { type: "button" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")];
      by(head, now ? -now : firstWay(head));
    });
  }
  const asked = new URLSearchParams(location.search);
  const head = heads.find((one) => nameOf(one) === asked.get("sort"));
  if (head) sort(table, head, asked.get("order") === "down" ? -1 : 1);
  return { heads, by };
}

/** A choice of order for pages too narrow for the heads of columns. */
function sorter(form, { heads, by }) {
  const select = element("select", {}, element("option", { value: "" }, "As listed"));
  for (const head of heads) select.append(element("option", { value: nameOf(head) }, head.textContent.trim()));
  select.addEventListener("change", (event) => {
    event.stopPropagation();
    const head = heads.find((one) => nameOf(one) === select.value);
    if (head) by(head, firstWay(head));
  });
  const label = element("label", { class: "register-filters__sort" }, "Sort by ", select);
  one(".register-filters__fields > button", form)?.before(label);
}

/** Whether a row has a value chosen, or the words looked for. */
function fits(row, { type, name, value }) {
  if (type !== "search") return (row.getAttribute(`data-${name}`) ?? "").split(" ").includes(value);
  const text = row.textContent.toLowerCase();
  return value.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function filtered(form, table) {
  const fields = all("select, input", form);
  const rows = all("tbody > tr", table);
  const apply = () => {
    const chosen = fields.filter((field) => field.value.trim());
    for (const row of rows) row.hidden = !chosen.every((field) => fits(row, field));
    const shown = rows.filter((row) => !row.hidden).length;
    one("output", form).textContent = `${shown} of ${rows.length} shown`;
    dispatchEvent(new Event("resize")); // the table may be narrower now
  };
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    const said = asked.get(field.name) ?? "";
    const option = [...(field.options ?? [])].find((one) => said && words(said) === words(one.value));
    if (!field.options) field.value = said;
    else if (option) field.value = option.value;
  }
  form.addEventListener("input", apply);
  form.addEventListener("change", () => {
    apply();
    remember(Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()])));
  });
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("change")))); // once it is done
  form.addEventListener("submit", (event) => event.preventDefault());
  const opener = one(".register-filters__open", form);
  const open = (wanted) => opener?.setAttribute("aria-expanded", String(form.toggleAttribute("data-open", wanted)));
  opener?.addEventListener("click", () => open());
  if (fields.some((field) => field.value.trim())) open(true); // what the address asks for is not hidden
  form.hidden = false;
  apply();
}

for (const table of all("table.register")) {
  const order = sortable(table);
  const form = one(`form.register-filters[data-for="${CSS.escape(table.id)}"]`);
  if (!form) continue;
  filtered(form, table);
  sorter(form, order);
}
