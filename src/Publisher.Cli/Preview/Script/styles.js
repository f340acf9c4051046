// Brings new style sheets in before the old ones go, so that a page is never seen without.

// After this long a style sheet that does not come is not waited for.
const LONGEST_WAIT_MS = 1000;

const sheets = root => [...root.querySelectorAll("link[rel~=stylesheet][href]")];

const pathOf = url => new URL(url, location.href).pathname;

function loaded(link) {
  return new Promise(done => {
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    setTimeout(done, LONGEST_WAIT_MS);
  });
}

// Puts a copy of a style sheet's link with another URL beside it; gives what takes the old one away when the new one is there.
async function replaceSheet(link, href) {
  const copy = link.cloneNode();
  copy.setAttribute("href", href);
  link.after(copy);
  await loaded(copy);
  return () => link.remove();
}

// The same URLs with new content.
async function swapSheets(changed, stamps) {
  const old = sheets(document).filter(link => changed.has(pathOf(link.href)));
  const freshUrl = path => `${path}?publisher=${stamps[path]}`;
  const remove = await Promise.all(old.map(link => replaceSheet(link, freshUrl(pathOf(link.href)))));
  for (const each of remove) each();
}

// New URLs, as fingerprinted style sheets have: each takes the place of the one that stood there.
async function loadSheets(was, now) {
  const urls = root => sheets(root).map(link => link.getAttribute("href"));
  const before = urls(was ?? document), after = urls(now);
  const removed = before.filter(href => !after.includes(href)), added = after.filter(href => !before.includes(href));
  const waits = added.map((href, i) => {
    const link = removed[i] && sheets(document).find(link => link.getAttribute("href") === removed[i]);
    return link && replaceSheet(link, href);
  });
  const remove = await Promise.all(waits);
  return () => remove.forEach(each => each?.());
}
