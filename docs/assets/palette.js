// The colours before the first paint: those chosen, else those that the reader's machine asks for.
{
  const colour = globalThis.__md_get("__palette")?.color;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  for (const [name, value] of Object.entries(colour ?? (dark ? { scheme: "slate" } : {}))) {
    document.body.setAttribute(`data-md-color-${name}`, value);
  }
}
