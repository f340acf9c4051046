// Comfort only: every page works without this file.
(() => {
  const root = document.documentElement, system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const remember = theme => { try { theme ? localStorage.setItem("theme", theme) : localStorage.removeItem("theme"); } catch { } };
  const pressed = () => document.querySelector(".theme-toggle")?.setAttribute("aria-pressed", dark());

  document.addEventListener("click", event => {
    if (event.target.closest(".theme-toggle")) {
      // Back in step with the system, the choice is forgotten, and the system decides again.
      const wanted = dark() ? "light" : "dark", chosen = system.matches === (wanted === "dark") ? "" : wanted;
      if (chosen) root.dataset.theme = chosen; else delete root.dataset.theme;
      remember(chosen);
      pressed();
      return;
    }
    const copy = event.target.closest(".copy");
    if (copy) {
      const code = copy.nextElementSibling.cloneNode(true);
      // What a console printed is not what a reader wants to paste into one.
      if (code.querySelector(".p")) code.querySelectorAll(".p, .g").forEach(part => part.remove());
      navigator.clipboard.writeText(code.textContent.replace(/\n{2,}$/, "\n")).then(() => {
        copy.textContent = "Copied";
        setTimeout(() => copy.textContent = "Copy", 2000);
      });
    }
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") document.querySelectorAll(".reveal[open]").forEach(menu => { menu.open = false; });
  });
  system.addEventListener("change", pressed);

  function enhance() {
    pressed();
    // What scrolls sideways must be reachable from the keyboard, which not every browser sees to by itself.
    for (const box of document.querySelectorAll(".prose table")) if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
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
  enhance();

  // The sidebar opens where the reader is, and the table of contents follows the reading.
  const current = document.querySelector(".docs-nav a[aria-current]"), sidebar = current?.closest(".docs-nav");
  if (sidebar && sidebar.scrollHeight > sidebar.clientHeight) {
    sidebar.scrollTop = current.getBoundingClientRect().top - sidebar.getBoundingClientRect().top - sidebar.clientHeight / 2;
  }
  const links = new Map([...document.querySelectorAll(".toc a[href^='#']")].map(a => [decodeURIComponent(a.hash.slice(1)), a]));
  if (!links.size) return;
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      links.forEach(a => a.removeAttribute("aria-current"));
      links.get(entry.target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "0px 0px -75% 0px" });
  for (const id of links.keys()) {
    const heading = document.getElementById(id);
    if (heading) seen.observe(heading);
  }
})();
