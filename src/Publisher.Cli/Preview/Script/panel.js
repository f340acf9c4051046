// What the preview says over the page: the problems, that the page is a draft, that the preview is gone. All in a shadow tree
// beside the body, where neither the page's styles nor the morph can reach it.

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
    sheet.replaceSync(PANEL_STYLE);
    root.adoptedStyleSheets = [sheet];
    const title = make("h2", { id: "title" });
    const close = make("button", { type: "button", title: "Close (Esc)", textContent: "Close", onclick: dismiss });
    const list = make("ol");
    const box = make("section", { role: "alertdialog", hidden: true, tabIndex: -1 }, make("header", {}, title, close), list);
    box.setAttribute("aria-labelledby", "title");
    box.setAttribute("aria-modal", "false");
    const badge = make("button", { type: "button", hidden: true, onclick: open });
    const status = make("span", { className: "status", role: "status", hidden: true });
    const offline = make("span", { className: "offline", role: "status", hidden: true });
    offline.textContent = "Preview stopped; waiting for it";
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

  const placeOf = ({ file, line, column }) => line ? `${file}:${line}:${column}` : file;

  function place(problem) {
    const at = placeOf(problem);
    if (!at) return null;
    const look = { className: "at", textContent: at };
    if (problem.link) return make("a", { ...look, href: problem.link, title: "Open in the editor" });
    const button = make("button", { ...look, type: "button", title: "Copy this place" });
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(at);
        button.textContent = `${at} (copied)`;
      } catch {
        getSelection().selectAllChildren(button); // The browser refuses; then the reader copies.
      }
      setTimeout(() => { button.textContent = at; }, 1500);
    };
    return button;
  }

  function frame({ line, column, length, frame: { first, lines } }) {
    const width = String(first + lines.length - 1).length;
    const rows = lines.flatMap((text, i) => {
      const row = make("span", { className: first + i === line ? "here" : "" });
      row.textContent = `${String(first + i).padStart(width)} │ ${text}\n`;
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

  const text = (name, className, textContent) => make(name, { className, textContent });

  const item = problem => make("li", { className: problem.severity },
    make("p", {}, text("span", "severity", problem.severity), " ", text("span", "code", problem.code), " ", place(problem)),
    text("p", "message", problem.message),
    problem.frame && frame(problem),
    problem.hint && text("p", "hint", `hint: ${problem.hint}`),
    make("ul", { className: "trail" }, ...(problem.trail ?? []).map(each => make("li", {}, "from ", place(each)))));

  return {
    // Errors open the panel, unless just these were closed before; warnings wait in the corner.
    problems({ errors, warnings, list }) {
      if (!host && !list.length) return;
      if (!host) build();
      shown = list.filter(each => each.severity === "error").map(each => `${placeOf(each)} ${each.message}`).join("\n");
      const counts = [count(errors, "error"), count(warnings, "warning")].filter(each => each);
      const summary = counts.join(", ") || count(list.length, "note");
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
