// What has to be known before the page is first painted: that there are scripts, and in which colours it is read.
// In a file, so that a strict Content-Security-Policy needs no exception; the page waits for it, so it stays this small.
document.documentElement.classList.replace("no-js", "js"); // at once, so that the page is not laid out twice
{
  const read = () => {
    try {
      return localStorage.getItem("pinpoint.colours");
    } catch {
      return null; // nothing may be kept
    }
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    document.body.dataset.mdColorScheme = read() ?? (dark.matches ? "slate" : "default");
  };
  paint();
  dark.addEventListener("change", paint);
}
