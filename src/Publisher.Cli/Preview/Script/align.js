// Finds which node of one list is which node of another: the pairs, in order, that have most in common.

// Above this many comparisons a page would stutter; then nodes are paired as they come.
const MOST_COMPARISONS = 250000;

// isEqualNode does not look into templates.
const hasTemplate = node => node.localName === "template" || Boolean(node.querySelector?.("template"));
const same = (a, b) => a.isEqualNode(b) && (!hasTemplate(a) || a.outerHTML === b.outerHTML);

const mediaSource = node => node.localName === "audio" || node.localName === "video"
  ? node.getAttribute("src") ?? node.querySelector("source")?.getAttribute("src") ?? null : null;

// The pairs of two lists of nodes as a map, and those of them that changed places.
function align(xs, ys) {
  const pairs = new Map(), moved = new Set();
  let start = 0, xEnd = xs.length, yEnd = ys.length;
  while (start < xEnd && start < yEnd && same(xs[start], ys[start])) pairs.set(xs[start], ys[start++]);
  while (xEnd > start && yEnd > start && same(xs[xEnd - 1], ys[yEnd - 1])) pairs.set(xs[--xEnd], ys[--yEnd]);
  const a = xs.slice(start, xEnd), b = ys.slice(start, yEnd);
  if (a.length * b.length <= MOST_COMPARISONS) best(a, b, pairs);
  else inTurn(a, b, pairs);
  const taken = new Set(pairs.values());
  for (const x of a) {
    if (pairs.has(x) || !x.id && mediaSource(x) === null) continue;
    const y = b.find(y => !taken.has(y) && y.nodeName === x.nodeName && y.id === x.id && mediaSource(y) === mediaSource(x));
    if (y) { pairs.set(x, y); moved.add(x); taken.add(y); }
  }
  return { pairs, moved };
}

function best(a, b, pairs) {
  const width = b.length + 1;
  const score = new Uint32Array((a.length + 1) * width);
  const alike = likeness();
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const pair = alike(a[i], b[j]);
      const both = pair && pair + score[(i + 1) * width + j + 1];
      score[i * width + j] = Math.max(score[(i + 1) * width + j], score[i * width + j + 1], both);
    }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const pair = alike(a[i], b[j]);
    if (pair && score[i * width + j] === pair + score[(i + 1) * width + j + 1]) pairs.set(a[i++], b[j++]);
    else if (score[i * width + j] === score[(i + 1) * width + j]) i++;
    else j++;
  }
}

function inTurn(a, b, pairs) {
  const alike = likeness();
  for (let i = 0, j = 0; i < a.length && j < b.length; i++) if (alike(a[i], b[j])) pairs.set(a[i], b[j++]);
}

// How much speaks for two nodes being one: 0 when they cannot be.
function likeness() {
  const texts = new Map();
  const text = node => {
    if (!texts.has(node)) texts.set(node, node.outerHTML ?? node.nodeValue);
    return texts.get(node);
  };
  return (x, y) => {
    if (x.nodeType !== y.nodeType || x.nodeName !== y.nodeName) return 0;
    if (x.nodeType !== Node.ELEMENT_NODE) return x.nodeValue.trim() === "" ? 1 : x.nodeValue === y.nodeValue ? 12 : 2;
    const media = mediaSource(x);
    if (media !== mediaSource(y)) return 0;
    if (media !== null) return 16;
    if (x.namespaceURI !== y.namespaceURI || x.id !== y.id || x.getAttribute("rel") !== y.getAttribute("rel")) return 0;
    if (x.id) return 16;
    return text(x) === text(y) ? 12 : x.className === y.className && x.getAttribute("name") === y.getAttribute("name") ? 4 : 2;
  };
}
