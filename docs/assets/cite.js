// Citations: the tools of the paragraph that is arrived at, focused or pointed at; what they copy reads well
// in a mail, a document and a chat, because it is put on the clipboard as rich and as plain text at once.

import { all, decoded, element } from "./page.js";

const CITED = "[data-citation]"; // a report's page, or the part of a theme's page that is of one report
const PARAGRAPH = ".paragraph[id]:has(.number), .paragraph[data-anchor]";
const HEADING = ":is(h2, h3, h4, h5, h6):has(> .number[id])"; // of a minute, or of a numbered section
const NUMBERED = `${PARAGRAPH}, ${HEADING}`;
const UNDER = ":not(:is(h1, h2, h3, h4, h5, h6), .paragraph, .between, .onward, .tools, .source)";
const EXTRAS = ".number, .page, .tools, .cite, .stands, .there, sup, .kind";
const FORMS = [
  ["citation", "Copy citation"],
  ["quotation", "Copy with quotation"],
  ["link", "Copy link"],
  ["markdown", "Copy as Markdown"],
];

const numberOf = (block) => block.querySelector(":scope > .number, :scope > p > .number");

/** The text of a block without its number, its page, its notes and its tools; a heading's with what stands under it. */
function words(block) {
  const parts = [block];
  if (block.matches(HEADING)) while (parts.at(-1).nextElementSibling?.matches(`${UNDER}, .tools`)) parts.push(parts.at(-1).nextElementSibling);
  return parts.filter((part) => !part.matches(".tools")).map(ownWords).filter(Boolean).join("\n");
}

function ownWords(block) {
  const copy = block.cloneNode(true);
  for (const extra of copy.querySelectorAll(EXTRAS)) extra.remove();
  return copy.innerText.replace(/[ \t]+/g, " ").replace(/ *\n[ \n]*/g, "\n").trim();
}

/** The address of a block's own page. */
function addressOf(block) {
  const page = new URL(block.closest(CITED).dataset.page ?? "./", location.href.split(/[?#]/)[0]);
  const anchor = block.matches(HEADING) ? numberOf(block).id : (block.dataset.anchor ?? block.id);
  return new URL(numberOf(block) ? `${encodeURIComponent(anchor)}/` : `#${encodeURIComponent(anchor)}`, page).href;
}

/** `Ofsted, Essex: inspection of children's services, 2014, paragraph 41 (p. 13)`. */
function citationOf(block) {
  const number = numberOf(block)?.textContent.trim();
  const page = block.querySelector(":scope > .page, :scope > p > .page")?.textContent.trim() ?? block.dataset.on;
  const { citation, counts = "paragraph" } = block.closest(CITED).dataset;
  return `${citation}${number ? `, ${counts} ${number}` : ""}${page ? ` (${page})` : ""}`;
}

const escaped = (text) => text.replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);
const markdown = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");

/** What a form of citation puts on the clipboard: as plain text and as rich text. */
export function forms(form, { citation, address, quoted }) {
  const link = `<a href="${escaped(address)}">${escaped(citation)}</a>`;
  const lines = quoted.split("\n").map(escaped).join("<br>");
  switch (form) {
    case "quotation":
      return { plain: `“${quoted}”\n${citation} <${address}>`, rich: `<blockquote>“${lines}”</blockquote><p>${link}</p>` };
    case "link":
      return { plain: address, rich: `<a href="${escaped(address)}">${escaped(address)}</a>` };
    case "markdown":
      return { plain: `[${markdown(citation)}](${address})`, rich: null };
    default:
      return { plain: `${citation} <${address}>`, rich: link };
  }
}

/** Puts both on the clipboard; where that is not allowed, by the older way. */
async function copy({ plain, rich }) {
  try {
    const types = { "text/plain": new Blob([plain], { type: "text/plain" }) };
    if (rich) types["text/html"] = new Blob([rich], { type: "text/html" });
    await navigator.clipboard.write([new ClipboardItem(types)]);
  } catch {
    const set = (event) => {
      event.preventDefault();
      event.clipboardData.setData("text/plain", plain);
      if (rich) event.clipboardData.setData("text/html", rich);
    };
    document.addEventListener("copy", set, { once: true });
    if (!document.execCommand("copy")) throw new Error("copying is not allowed here");
  }
}

/** The words selected inside a block, with nothing of what stands beside them or in other blocks. */
function selectedIn(block) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return "";
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(block)) return "";
  if (!block.contains(range.startContainer)) range.setStart(block, 0);
  if (!block.contains(range.endContainer)) range.setEnd(block, block.childNodes.length);
  const box = document.createElement("div");
  box.append(range.cloneContents());
  for (const extra of box.querySelectorAll(EXTRAS)) extra.remove();
  return box.textContent.replace(/\s+/g, " ").trim();
}

/** The tools of one block; they say what they did to everyone. */
function toolsFor(block, status) {
  const tools = document.createElement("span");
  tools.className = "tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", `Cite ${block.querySelector(".number")?.textContent.trim() ?? ""}`.trim());
  let selected = "";
  tools.addEventListener("pointerdown", () => { selected = selectedIn(block); }); // a click would clear the selection
  for (const [form, name] of FORMS) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.dataset.form = form;
    button.addEventListener("click", async (event) => {
      const quoted = (event.detail && selected) || selectedIn(block) || words(block);
      selected = "";
      button.style.minWidth = `${button.offsetWidth}px`; // so that the others stay where they are
      try {
        await copy(forms(form, { citation: citationOf(block), address: addressOf(block), quoted }));
        button.textContent = "Copied";
        status.textContent = `Copied: ${citationOf(block)}`;
      } catch {
        status.textContent = "Copying is not allowed here. The address of this page leads to the paragraph.";
      }
      setTimeout(() => { button.textContent = name; }, 2000);
    });
    tools.append(button);
  }
  const about = themesOf(block);
  if (about.length) tools.append(element("span", { class: "tags" }, "About ", ...about.flatMap((link, at) => (at ? [", ", link] : [link]))));
  return tools;
}

/** The themes of a block, as links to the same theme in other reports; the line at the report's foot knows them. */
function themesOf(block) {
  const anchor = block.matches(HEADING) ? numberOf(block).id : block.id;
  const lines = anchor ? all(".themes a[data-of]") : [];
  const where = block.closest("[data-place]")?.dataset.place;
  const named = (line) => (where ? `${line.textContent} in ${where}` : line.textContent);
  return lines.filter((line) => line.dataset.of.split(" ").includes(anchor)).map((line) => element("a", { href: line.href }, named(line)));
}

/** The small button beside the paragraph pointed at: it copies the citation at once, and brings the other tools. */
function hintFor(block, show) {
  const hint = document.createElement("button");
  hint.type = "button";
  hint.className = "cite";
  hint.textContent = "Cite";
  hint.tabIndex = -1; // the keyboard reaches the tools themselves, from the number
  hint.addEventListener("click", () => show(block).querySelector("button").click());
  return hint;
}

/** Shows the tools of the paragraph that the reader is at: arrived at, focused, touched, or with words selected. */
export function citations() {
  const text = document.querySelector(CITED)?.closest(".pp-text");
  if (!text) return;
  const status = document.createElement("p");
  status.className = "pp-hidden";
  status.setAttribute("role", "status");
  text.append(status);
  let shown;
  let owner;
  let hint;

  const show = (block) => {
    if (block && block !== owner) {
      shown?.remove();
      shown = toolsFor(block, status);
      owner = block;
      if (block.matches(HEADING)) block.after(shown);
      else block.append(shown);
    }
    if (hint?.parentElement === block) hint.remove();
    return shown;
  };
  const arrived = () => {
    const target = location.hash && document.getElementById(decoded(location.hash.slice(1)));
    show(target?.closest?.(NUMBERED) ?? (text.dataset.page ? text.querySelector(NUMBERED) : null));
  };
  const chosen = () => {
    if (getSelection().isCollapsed) return;
    const node = getSelection().getRangeAt(0).startContainer;
    show((node?.nodeType === 1 ? node : node?.parentElement)?.closest?.(NUMBERED));
  };
  text.addEventListener("focusin", (event) => event.target === hint || show(event.target.closest(NUMBERED)));
  text.addEventListener("pointerover", (event) => {
    const block = event.target.closest(PARAGRAPH);
    if (event.pointerType !== "mouse" || !block || block === hint?.parentElement) return;
    hint?.remove();
    if (block !== owner) block.append((hint = hintFor(block, show)));
  });
  text.addEventListener("click", (event) => {
    if (event.pointerType !== "mouse") show(event.target.closest(NUMBERED));
  });
  document.addEventListener("pointerup", chosen);
  document.addEventListener("keyup", (event) => event.shiftKey && chosen());
  addEventListener("hashchange", arrived);
  arrived();
}
