// Carries what changed between two versions of a page as the server sent them ("was" and "now") over to the live document, and
// nothing else: what readers did (focus, selection, open details, text in inputs, a recording that plays) and what scripts made
// stays as it is. Without "was" the live document itself takes its place.

const isLiveScript = node => node.localName === "script" && node.getAttribute("src") === "/_publisher/live.js";

function morphPage(was, now) {
  const active = document.activeElement;
  const selection = active && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  const root = document.documentElement;
  adopted.clear();
  attributes(root, was?.documentElement, now.documentElement);
  morph(document.head, was?.head, now.head);
  morph(document.body, was?.body, now.body);
  if (active?.id && document.activeElement !== active) refocus(document.getElementById(active.id), selection);
}

function refocus(element, selection) {
  element?.focus({ preventScroll: true });
  try {
    if (element && selection?.[0] != null) element.setSelectionRange(...selection);
  } catch {
    // Some kinds of input have no selection.
  }
}

function morph(live, was, now) {
  if (was && same(was, now)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) return splice(live, was ?? live, now);
  attributes(live, was, now);
  if (live.localName === "template") live.innerHTML = now.innerHTML;
  else if (live.localName !== "noscript" && live.localName !== "iframe") children(live, was, now);
}

// Changes only the part of a text that differs, so that a selection in the rest stays.
function splice(live, was, now) {
  if (was.nodeValue === now.nodeValue || live.nodeValue === now.nodeValue) return;
  const old = live.nodeValue, text = now.nodeValue;
  const shorter = Math.min(old.length, text.length);
  let head = 0, tail = 0;
  while (head < shorter && old[head] === text[head]) head++;
  while (tail < shorter - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  live.replaceData(head, old.length - head - tail, text.slice(head, text.length - tail));
}

function attributes(live, was, now) {
  const before = was ?? live;
  for (const { namespaceURI, localName, name, value } of [...now.attributes]) {
    if ([before, live].some(node => node.getAttributeNS(namespaceURI, localName) === value)) continue;
    live.setAttributeNS(namespaceURI, name, value);
  }
  for (const { namespaceURI, localName } of [...before.attributes]) {
    if (now.hasAttributeNS(namespaceURI, localName)) continue;
    if (!was && localName === "open") continue; // The reader may have opened it.
    live.removeAttributeNS(namespaceURI, localName);
  }
}

function children(live, was, now) {
  const { mates, doomed, moved } = match([...live.childNodes], was && [...was.childNodes], [...now.childNodes]);
  let last = null;
  for (const [next, mate] of mates) {
    if (mate === KEPT) continue;
    let node = mate?.live;
    if (node && next.localName === "script" && !isLiveScript(next) && !same(mate.was ?? node, next)) {
      node.replaceWith(node = runnable(next));
    } else if (node) {
      if (moved.has(next)) place(live, node, last);
      morph(node, mate.was, next);
    } else {
      node = withOldPlayers(place(live, revived(next), last), now.ownerDocument);
    }
    last = node;
  }
  for (const node of doomed) if (node.parentNode === live && !adopted.has(node)) node.remove();
}

// Stands for a node that did not change but that a script has put elsewhere, where it is left.
const KEPT = Symbol("kept");

// For each next node its live one, if there is one, with what it was; and the live nodes that have to go.
function match(live, was, next) {
  if (was) {
    const placed = align(was, live), kept = align(next, was);
    const mates = next.map(node => {
      const old = kept.pairs.get(node), found = old && placed.pairs.get(old);
      return [node, found ? { live: found, was: old } : old && same(old, node) ? KEPT : null];
    });
    const used = new Set(kept.pairs.values());
    const gone = was.filter(node => !used.has(node));
    const allFound = gone.every(node => placed.pairs.has(node)) && mates.every(([node, mate]) => mate || !kept.pairs.has(node));
    const moved = new Set(next.filter(node => kept.moved.has(node) || placed.moved.has(kept.pairs.get(node))));
    if (allFound) return { mates, moved, doomed: gone.map(node => placed.pairs.get(node)) };
  }
  const { pairs, moved } = align(next, live);
  const old = was ? align(next, was).pairs : new Map();
  const used = new Set(pairs.values());
  const mates = next.map(node => [node, pairs.has(node) ? { live: pairs.get(node), was: old.get(node) } : null]);
  return { mates, moved, doomed: live.filter(node => !used.has(node)) };
}

function place(parent, node, last) {
  const before = last ? last.nextSibling : parent.firstChild;
  if (node.parentNode && parent.moveBefore) parent.moveBefore(node, before); // Keeps focus and players as they are.
  else parent.insertBefore(node, before);
  return node;
}

// A copy for the live document; scripts from a parsed page never run, so they are made anew.
function revived(node) {
  if (node.localName === "script") return runnable(node);
  const copy = document.importNode(node, true);
  for (const script of copy.querySelectorAll?.("script") ?? []) script.replaceWith(runnable(script));
  return copy;
}

function runnable(script) {
  const copy = document.createElement("script");
  for (const { name, value } of script.attributes) copy.setAttribute(name, value);
  copy.async = script.hasAttribute("async");
  copy.textContent = script.textContent;
  return copy;
}

// Players that found their new place; from there nothing removes them.
const adopted = new Set();

// A player that only changed its surroundings goes on playing: the one there is takes the new one's place before the old place
// goes.
function withOldPlayers(node, page) {
  if (node.nodeType !== Node.ELEMENT_NODE) return node;
  let result = node;
  for (const fresh of [node, ...node.querySelectorAll("audio, video")]) {
    const source = mediaSource(fresh);
    if (source === null) continue;
    const alike = root =>
      [...root.querySelectorAll(fresh.localName)].filter(each => each !== fresh && mediaSource(each) === source);
    const old = alike(document);
    if (old.length !== 1 || alike(page).length !== 1) continue;
    attributes(old[0], null, fresh);
    fresh.replaceWith(old[0]);
    adopted.add(old[0]);
    if (fresh === node) result = old[0];
  }
  return result;
}
