// Keeps the page as fresh as its sources: tells the preview what is open here, and brings in what it says has changed.

const FIRST_RETRY_MS = 100, LONGEST_RETRY_MS = 2000, OFFLINE_AFTER_MS = 1000;

let stamp = document.currentScript.dataset.stamp;
let base = null;          // The page as the server sent it, parsed; the morph compares the next version with it.
let stamps = {};          // Of the assets the page uses, by path.
let statuses = {};        // Of the pages a build would leave out, by path.
let arrived = 0;          // When the page came, by the clock of what it loaded.
let socket, retryMs = FIRST_RETRY_MS, timer, offlineTimer, leaving = false;
let working = Promise.resolve();

const scriptOf = page => page.querySelector('script[src="/_publisher/live.js"]');

async function fetchPage() {
  const response = await fetch(location.href, { cache: "no-cache", headers: { Accept: "text/html" } });
  if (response.redirected || !response.headers.get("Content-Type")?.startsWith("text/html")) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

async function refreshPage(told) {
  if (told === stamp) return;
  const here = location.pathname, now = await fetchPage();
  if (here !== location.pathname) return;
  if (!now || document.body?.localName !== "body") return location.reload();
  const next = scriptOf(now)?.dataset.stamp;
  if (next === stamp) return;
  const removeOldSheets = await loadSheets(base, now);
  if (here !== location.pathname) return;
  removeOldSheets();
  morphPage(base, now);
  base = now;
  stamp = next;
  panel.status(scriptOf(now)?.dataset.status);
  mark();
  hello();
  document.dispatchEvent(new CustomEvent("publisher:refresh"));
}

// The page's own script has put another page in place of this one, as players do that go on meanwhile.
function arrive(page) {
  const script = scriptOf(page);
  if (!script) return location.reload();
  base = page.cloneNode(true);
  stamp = script.dataset.stamp;
  arrived = performance.now();
  panel.status(script.dataset.status);
  queueMicrotask(() => { mark(); hello(); });
}

async function refreshAssets(changed) {
  const paths = new Set(changed);
  const styles = new Set(sheets(document).map(link => pathOf(link.href)));
  const images = [...document.images].filter(image => paths.has(pathOf(image.currentSrc || image.src)));
  const shown = new Set(images.map(image => pathOf(image.currentSrc || image.src)));
  const other = [...paths].some(path => !styles.has(path) && !shown.has(path));
  if (other || images.some(image => image.closest("picture"))) return location.reload();
  for (const image of images) {
    image.removeAttribute("srcset");
    image.src = `${pathOf(image.currentSrc || image.src)}?publisher=${stamps[pathOf(image.currentSrc || image.src)]}`;
  }
  await swapSheets(paths, stamps);
}

// Links to pages a build would leave out say so.
function mark() {
  const decoded = path => { try { return decodeURIComponent(path); } catch { return path; } };
  const known = new Map(Object.entries(statuses).map(([path, status]) => [decoded(path), status]));
  for (const link of document.querySelectorAll("a[href]")) {
    const status = link.origin === location.origin ? known.get(decoded(link.pathname)) : undefined;
    if (status) link.dataset.publisherStatus = status;
    else delete link.dataset.publisherStatus;
  }
}

function assets() {
  const found = {};
  const add = url => {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || pathname === location.pathname || pathname.startsWith("/_publisher/")) return;
    found[pathname] = stamps[pathname] ?? "";
  };
  for (const { name, initiatorType, startTime } of performance.getEntriesByType("resource")) {
    if (initiatorType === "fetch" || initiatorType === "xmlhttprequest") continue;
    if (startTime >= arrived || ["link", "script", "css"].includes(initiatorType)) add(name);
  }
  for (const link of sheets(document)) add(link.href);
  for (const image of document.images) if (image.currentSrc) add(image.currentSrc);
  return found;
}

function hello() {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ page: location.pathname, stamp, assets: assets() }));
}

// As a reader would, so that a player may go on.
function follow(url) {
  const link = Object.assign(document.createElement("a"), { href: url, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

function receive(message) {
  Object.assign(stamps, message.assets);
  if (message.problems) panel.problems(message.problems);
  if (message.statuses) { statuses = message.statuses; mark(); }
  if (message.go && message.go !== location.pathname) return follow(message.go);
  if (message.page) working = working.then(() => refreshPage(message.page)).catch(console.warn);
  if (message.changed?.length) working = working.then(() => refreshAssets(message.changed)).catch(console.warn);
}

function connect() {
  clearTimeout(timer);
  if (leaving || socket && socket.readyState <= WebSocket.OPEN) return;
  socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/_publisher/live`);
  socket.onopen = () => {
    retryMs = FIRST_RETRY_MS;
    clearTimeout(offlineTimer);
    offlineTimer = undefined;
    panel.offline(false);
    hello();
  };
  socket.onmessage = event => receive(JSON.parse(event.data));
  socket.onclose = () => {
    if (leaving) return;
    offlineTimer ??= setTimeout(() => panel.offline(true), OFFLINE_AFTER_MS);
    timer = setTimeout(connect, retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  };
}

const marks = new CSSStyleSheet();
marks.replaceSync('a[data-publisher-status]::after { content: " (" attr(data-publisher-status) ")"; font-size: .8em; }');
document.adoptedStyleSheets.push(marks);

panel.status(document.currentScript.dataset.status);
connect();
addEventListener("pagehide", () => { leaving = true; socket?.close(); });
addEventListener("pageshow", event => { if (event.persisted) { leaving = false; connect(); } });
addEventListener("online", connect);
document.addEventListener("publisher:go", event => arrive(event.detail));
document.addEventListener("visibilitychange", () => { if (!document.hidden) connect(); });
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => {
  hello(); // Now all assets are known.
  working = working.then(async () => {
    const page = base ? null : await fetchPage();
    if (page && scriptOf(page)?.dataset.stamp === stamp) base = page;
  }).catch(console.warn);
}));
