// Comfort only: every page works without this file.
(() => {
  const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const showTheme = () => document.querySelector(".theme-toggle")?.setAttribute("aria-pressed", isDark());
  let reading;

  function toggleTheme() {
    const wantsDark = !isDark();
    // Back in step with the system, the choice is forgotten, and the system decides again.
    const theme = wantsDark === system.matches ? null : wantsDark ? "dark" : "light";
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    try { if (theme) localStorage.setItem("theme", theme); else localStorage.removeItem("theme"); } catch { }
    showTheme();
  }

  async function copy(button) {
    const code = button.nextElementSibling.cloneNode(true);
    // What a console printed is not what a reader wants to paste into one.
    const isConsole = code.querySelector(".p");
    if (isConsole) code.querySelectorAll(".p, .g").forEach(part => part.remove());
    const text = code.textContent.trim();
    await navigator.clipboard.writeText(isConsole ? text.replace(/^ /gm, "").replace(/\n+/g, "\n") : text);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  function addCopyButtons() {
    if (!navigator.clipboard) return;
    for (const pre of document.querySelectorAll("pre.code")) {
      if (pre.previousElementSibling?.matches(".copy")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      pre.before(button);
    }
  }

  // What scrolls sideways must be reachable from the keyboard, which not every browser sees to by itself.
  function reachTables() {
    for (const table of document.querySelectorAll(".prose table")) if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }

  function followReading() {
    reading?.disconnect();
    const links = new Map();
    for (const link of document.querySelectorAll(".toc a")) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading) links.set(heading, link);
    }
    reading = new IntersectionObserver(entries => {
      const seen = entries.find(entry => entry.isIntersecting);
      if (!seen) return;
      links.forEach(link => link.removeAttribute("aria-current"));
      links.get(seen.target).setAttribute("aria-current", "true");
    }, { rootMargin: "0px 0px -75% 0px" });
    for (const heading of links.keys()) reading.observe(heading);
  }

  function showWhereInManual() {
    const current = document.querySelector(".docs-nav a[aria-current]"), sidebar = current?.closest(".docs-nav");
    if (!sidebar || sidebar.scrollHeight <= sidebar.clientHeight) return;
    sidebar.scrollTop = current.getBoundingClientRect().top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 2;
  }

  function enhance() {
    showTheme();
    addCopyButtons();
    reachTables();
    followReading();
  }

  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.matches(".theme-toggle")) toggleTheme();
    else if (button?.matches(".copy")) copy(button);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") document.querySelectorAll(".reveal[open]").forEach(menu => { menu.open = false; });
  });
  document.addEventListener("publisher:refresh", enhance); // the preview has put a newer page in place of this one
  system.addEventListener("change", showTheme);
  enhance();
  showWhereInManual();
})();
