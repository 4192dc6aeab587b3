// On a page that has moved: leads on to where it went, to the very paragraph.
const { to, anchors } = document.currentScript.dataset;
let anchor = location.hash.slice(1);
try { anchor = decodeURIComponent(anchor); } catch { /* not encoded */ }
location.replace(Object.hasOwn(JSON.parse(anchors), anchor) ? JSON.parse(anchors)[anchor] : to.includes("#") ? to : to + location.hash);
