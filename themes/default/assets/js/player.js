// Comfort only: the browser's own controls play the sound without this file.
(() => {
  const players = new WeakSet(), key = "publisher:", here = () => location.pathname + location.search;
  let current, shown = here();

  const recall = name => { try { return localStorage.getItem(key + name); } catch { return null; } };
  const keep = (name, value) => {
    try { if (value) localStorage.setItem(key + name, value); else localStorage.removeItem(key + name); } catch { }
  };
  const soundOf = player => player.querySelector("audio");
  const clock = seconds => new Date(seconds * 1000).toISOString().slice(seconds < 3600 ? 14 : 11, 19).replace(/^0/, "");

  // #t=57 and #57:10 alike; the latter stood in addresses before there was a standard.
  function momentOf(hash) {
    const found = /^#(?:t=(\d+(?:\.\d+)?)|(?:t=)?(?:(\d+):)?(\d+):(\d\d))$/.exec(hash);
    return found && (found[1] ? +found[1] : (found[2] || 0) * 3600 + found[3] * 60 + +found[4]);
  }

  function seek(audio, seconds, plays) {
    audio.currentTime = Math.max(0, Math.min(seconds, audio.duration || seconds));
    if (plays) audio.play().catch(() => { });
  }

  function setUp(player) {
    const audio = soundOf(player), tools = player.querySelector(".player-tools"), speed = player.querySelector("select");
    const chapters = [...player.querySelectorAll(".chapters a[href*='#t=']")].map(link => [momentOf(link.hash), link]);
    const name = new URL(audio.src).pathname, page = location.href.split("#")[0];
    let saved = 0;
    players.add(player);
    if (tools) tools.hidden = false;

    function step(by) {
      const times = chapters.map(([start]) => start), now = audio.currentTime;
      const next = by > 0 ? times.find(start => start > now) : times.findLast(start => start < now - 3);
      if (next !== undefined) seek(audio, next);
    }

    function show() {
      const now = audio.currentTime, at = chapters.findLast(([start]) => start <= now)?.[1];
      for (const [, link] of chapters) if (link === at) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
      const label = player.querySelector(".share-time");
      if (label) label.textContent = clock(now);
    }

    function remember() {
      if (!audio.duration) return;
      saved = audio.currentTime;
      keep(name, saved > 5 && saved < audio.duration - 10 ? saved.toFixed(1) : null);
    }

    function announce() {
      if (!("mediaSession" in navigator)) return;
      const { title, show, image } = player.dataset, session = navigator.mediaSession;
      session.metadata = new MediaMetadata({ title, artist: show, artwork: image ? [{ src: image }] : [] });
      const handlers = {
        seekbackward: () => seek(audio, audio.currentTime - 15), seekforward: () => seek(audio, audio.currentTime + 30),
        seekto: wanted => seek(audio, wanted.seekTime), previoustrack: () => step(-1), nexttrack: () => step(1),
      };
      for (const action in handlers) try { session.setActionHandler(action, handlers[action]); } catch { }
    }

    async function share(button) {
      const label = button.innerHTML;
      await navigator.clipboard.writeText(`${page}#t=${Math.floor(audio.currentTime)}`);
      button.textContent = "Copied";
      setTimeout(() => { button.innerHTML = label; show(); }, 2000);
    }

    player.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button?.dataset.skip) seek(audio, audio.currentTime + +button.dataset.skip);
      else if (button?.matches(".share")) share(button);
      else if (button?.matches(".player-close")) { audio.pause(); player.parentNode.remove(); current = null; }
    });
    speed?.addEventListener("change", () => { audio.playbackRate = speed.value; keep("speed", speed.value); });
    audio.addEventListener("play", () => {
      if (current && current !== player) {
        soundOf(current).pause();
        current.closest(".player-dock")?.remove();
      }
      current = player;
      announce();
    });
    audio.addEventListener("timeupdate", () => { show(); if (Math.abs(audio.currentTime - saved) > 5) remember(); });
    audio.addEventListener("seeked", show);
    audio.addEventListener("pause", remember);
    audio.addEventListener("ended", () => keep(name));
    addEventListener("pagehide", () => { if (audio.currentTime) remember(); });

    if (speed) audio.defaultPlaybackRate = audio.playbackRate = speed.value = recall("speed") || 1;
    if (!navigator.clipboard) player.querySelector(".share")?.remove();
    const start = momentOf(location.hash) ?? recall(name);
    if (!audio.paused) current = player; // a preview has put the one that plays into a newer page
    else if (start) seek(audio, +start);
    show();
  }

  // The player that goes on from another page takes the place of the one that this page came with.
  function setUpAll() {
    for (const player of document.querySelectorAll(".player")) {
      if (players.has(player)) continue;
      if (current && soundOf(current)?.src === soundOf(player).src) {
        const dock = current.closest(".player-dock");
        player.replaceWith(current);
        dock?.remove();
      } else setUp(player);
    }
  }

  const parts = page => [...page.head.querySelectorAll("script[src], link[rel=stylesheet]")].map(part => part.src || part.href);

  // While a sound plays, the next page is put around it. Whatever is out of the ordinary is left to the browser.
  async function go(url, isBack) {
    try {
      const answer = await fetch(url), known = parts(document);
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || new URL(answer.url).origin !== location.origin || !/^text\/html/.test(answer.headers.get("content-type"))
        || !next.querySelector("main") || next.body.querySelector("script:not([data-stamp])") // which is a preview's own
        || !parts(next).every(part => known.includes(part))) throw url;
      const hash = new URL(url).hash;
      if (!isBack) history.pushState(null, "", answer.url + hash);
      shown = here();
      document.dispatchEvent(new CustomEvent("publisher:go", { detail: next })); // a preview keeps this page fresh from now on
      let dock = document.querySelector(".player-dock");
      if (!dock && current) {
        dock = document.createElement("aside");
        dock.className = "player-dock";
        dock.setAttribute("aria-label", "Now playing");
        document.body.append(dock);
        dock.append(current);
      }
      for (const part of [...document.body.childNodes]) if (part !== dock) part.remove();
      document.body.prepend(...next.body.childNodes);
      document.body.className = next.body.className;
      document.title = next.title;
      document.documentElement.lang = next.documentElement.lang;
      setUpAll();
      document.dispatchEvent(new CustomEvent("publisher:refresh"));
      const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
      if (target) target.scrollIntoView();
      else if (!isBack) scrollTo({ top: 0, behavior: "instant" });
      document.querySelector("main").focus({ preventScroll: true });
    } catch {
      if (isBack) location.reload(); else location.href = url;
    }
  }

  document.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.hasAttribute("download") || event.defaultPrevented || event.button
      || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const [address, moment] = [link.href.split("#")[0], momentOf(link.hash)];
    const player = moment !== null && [...document.querySelectorAll(".player")].find(each => soundOf(each).src === address);
    if (player) {
      event.preventDefault();
      seek(soundOf(player), moment, true);
    } else if (current && !soundOf(current).paused && link.origin === location.origin && address !== location.href.split("#")[0]) {
      event.preventDefault();
      go(link.href);
    }
  });
  addEventListener("hashchange", () => {
    const moment = momentOf(location.hash), player = document.querySelector("main .player");
    if (moment !== null && player) seek(soundOf(player), moment, true);
  });
  addEventListener("popstate", () => { if (here() !== shown) go(location.href, true); });
  document.addEventListener("publisher:refresh", setUpAll);
  setUpAll();
})();
