// What the preview says over the page: the problems, that the page is a draft, that the preview is gone. All in a shadow tree beside the
// body, where neither the page's styles nor the morph can reach it.

const STYLE = `
  :host { all: initial; color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif;
    --paper: light-dark(#fff, #1c1c1f); --ink: light-dark(#1b1b1f, #ececf1); --soft: light-dark(#55555e, #b0b0ba); --line: light-dark(#d5d5dc, #43434b);
    --error: light-dark(#b3121f, #ff8f8f); --warning: light-dark(#7a4d00, #f2c061); --link: light-dark(#0b57c0, #8ab8ff); --mark: light-dark(#fff1f1, #3a2226); }
  [hidden] { display: none !important; }
  section, .corner > * { position: relative; background: var(--paper); color: var(--ink); border: 1px solid var(--line); box-shadow: 0 4px 24px #0005; }
  section { position: fixed; z-index: 2147483647; inset: auto 0 0; max-height: min(70vh, 48rem); overflow: auto; border-width: 3px 0 0; border-top-color: var(--error); }
  section.mild { border-top-color: var(--warning); }
  header { position: sticky; top: 0; display: flex; align-items: center; gap: 1rem; padding: .5rem 1.25rem; background: var(--paper); border-bottom: 1px solid var(--line); }
  h2 { flex: 1; margin: 0; font-size: 1.05em; }
  button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; padding: .1rem .6rem; cursor: pointer; }
  :focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
  ol { margin: 0; padding: 0; list-style: none; }
  ol > li { padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); }
  p { margin: 0 0 .35rem; }
  .message { font-weight: 600; overflow-wrap: anywhere; }
  .error .severity, .badge.error { color: var(--error); font-weight: 600; }
  .warning .severity, .badge.warning { color: var(--warning); font-weight: 600; }
  .at { border: 0; padding: 0; color: var(--link); text-decoration: underline; font: .9em/1.5 ui-monospace, monospace; text-align: start; overflow-wrap: anywhere; }
  .code, .trail { color: var(--soft); }
  .trail { margin: 0; padding: 0; list-style: none; font-size: .9em; }
  pre { margin: .35rem 0; padding: .4rem 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 4px; font: .9em/1.5 ui-monospace, monospace; tab-size: 4; }
  pre span { display: block; padding: 0 .75rem; }
  pre .here { background: var(--mark); }
  pre .caret { color: var(--error); }
  .corner { position: fixed; z-index: 2147483646; right: 1rem; bottom: 1rem; display: flex; flex-direction: column; align-items: end; gap: .5rem; }
  .corner > * { border-radius: 999px; padding: .2rem .8rem; font-size: .9em; }
  .status { border-style: dashed; }
  @media print { section, .corner { display: none; } }`;

const panel = (() => {
  let host, parts, shown = "", byHand = false;
  const DISMISSED = "publisher-dismissed";

  const make = (name, properties = {}, ...inner) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inner.filter(each => each));
    return element;
  };

  function build() {
    host = make("publisher-panel");
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const title = make("h2", { id: "title" });
    const close = make("button", { type: "button", className: "close", title: "Close (Esc)", textContent: "Close", onclick: dismiss });
    const list = make("ol");
    const box = make("section", { role: "alertdialog", hidden: true, tabIndex: -1 }, make("header", {}, title, close), list);
    box.setAttribute("aria-labelledby", "title");
    box.setAttribute("aria-modal", "false");
    const badge = make("button", { type: "button", hidden: true, onclick: open });
    const status = make("span", { className: "status", role: "status", hidden: true });
    const offline = make("span", { className: "offline", role: "status", hidden: true, textContent: "Preview stopped; waiting for it" });
    root.append(box, make("div", { className: "corner" }, offline, status, badge));
    parts = { root, title, list, box, badge, status, offline };
    document.documentElement.append(host);
    addEventListener("keydown", event => {
      if (event.key !== "Escape" || box.hidden) return;
      event.stopPropagation();
      dismiss();
    }, true);
  }

  const remember = text => { try { sessionStorage.setItem(DISMISSED, text); } catch { /* Storage may be refused. */ } };
  const remembered = () => { try { return sessionStorage.getItem(DISMISSED); } catch { return null; } };

  function show(yes) {
    parts.box.hidden = !yes;
    parts.badge.hidden = yes || parts.list.children.length === 0;
  }

  function dismiss() {
    byHand = false;
    remember(shown);
    show(false);
  }

  function open() {
    byHand = true;
    show(true);
    parts.box.focus();
  }

  const count = (number, word) => number ? `${number} ${word}${number === 1 ? "" : "s"}` : "";

  function place(problem) {
    if (!problem.at) return null;
    if (problem.link) return make("a", { className: "at", href: problem.link, title: "Open in the editor", textContent: problem.at });
    const button = make("button", { type: "button", className: "at", title: "Copy this place", textContent: problem.at });
    button.onclick = async () => {
      try { await navigator.clipboard.writeText(problem.at); button.textContent = `${problem.at} (copied)`; } catch { getSelection().selectAllChildren(button); }
      setTimeout(() => { button.textContent = problem.at; }, 1500);
    };
    return button;
  }

  function frame({ first, line, column, length, lines }) {
    const width = String(first + lines.length - 1).length;
    const rows = lines.flatMap((text, i) => {
      const row = make("span", { textContent: `${String(first + i).padStart(width)} │ ${text}\n`, className: first + i === line ? "here" : "" });
      if (first + i !== line || !column) return [row];
      const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
      const caret = "^".repeat(Math.max(1, Math.min(length, text.length - column + 1)));
      return [row, make("span", { className: "caret", textContent: `${" ".repeat(width)} │ ${indent}${caret}\n` })];
    });
    const code = make("pre", { tabIndex: 0 }, ...rows);
    code.setAttribute("role", "group");
    code.setAttribute("aria-label", `source, line ${line}`);
    return code;
  }

  const item = problem => make("li", { className: problem.severity },
    make("p", {}, make("span", { className: "severity", textContent: problem.severity }), " ", make("span", { className: "code", textContent: problem.code }), " ", place(problem)),
    make("p", { className: "message", textContent: problem.message }),
    problem.frame && frame(problem.frame),
    problem.hint && make("p", { className: "hint", textContent: `hint: ${problem.hint}` }),
    problem.trail.length && make("ul", { className: "trail" }, ...problem.trail.map(each => make("li", {}, "from ", place(each)))));

  return {
    // Errors open the panel, unless just these were closed before; warnings wait in the corner.
    problems({ errors, warnings, list }) {
      if (!host && !list.length) return;
      if (!host) build();
      shown = list.filter(each => each.severity === "error").map(each => `${each.at} ${each.message}`).join("\n");
      const summary = [count(errors, "error"), count(warnings, "warning")].filter(each => each).join(", ") || count(list.length, "note");
      const more = errors + warnings - list.length;
      parts.title.textContent = more > 0 ? `${summary} (the first ${list.length})` : summary;
      parts.badge.textContent = summary;
      parts.badge.className = `badge ${errors ? "error" : "warning"}`;
      parts.box.classList.toggle("mild", !errors);
      parts.list.replaceChildren(...list.map(item));
      if (!list.length) byHand = false;
      if (!errors) remember("");
      show(errors > 0 && shown !== remembered() || byHand);
    },
    status(text) {
      if (!host && !text) return;
      if (!host) build();
      parts.status.textContent = text ?? "";
      parts.status.hidden = !text;
    },
    offline(yes) {
      if (!host && !yes) return;
      if (!host) build();
      parts.offline.hidden = !yes;
    },
  };
})();
