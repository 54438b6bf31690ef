// The palette (Ctrl K or /) and the keys of every page. Single keys can be switched off in the list of keys.
"use strict";

(() => {
  const palette = document.getElementById("palette");
  const list = document.getElementById("keys");
  if (!palette || !list) return;
  const field = palette.querySelector("input");
  const box = palette.querySelector("[role=listbox]");
  const pages = [...palette.querySelectorAll("[data-page-link]")].map((link) => ({ name: link.textContent, hint: "", act: () => location.assign(link.href) }));
  const actions = [
    { name: palette.dataset.log, hint: "l", act: () => location.assign("/diary") },
    { name: palette.dataset.print, hint: "", act: () => { palette.close(); print(); } },
    { name: palette.dataset.keys, hint: "?", act: () => { palette.close(); help(); } },
  ];
  let runs = null;
  let shown = [];
  let at = 0;

  const readRuns = async () => {
    if (runs) return;
    runs = [];
    try {
      const answer = await fetch("/api/v1/activities?limit=400");
      const { activities } = await answer.json();
      runs = activities.map((one) => ({
        name: [one.local_date, one.title, one.sport.replaceAll("_", " ")].filter(Boolean).join(", "),
        hint: one.distance_m ? `${(one.distance_m / 1000).toFixed(1)} km` : "",
        act: () => location.assign(`/runs/${encodeURIComponent(one.id)}`),
      }));
      draw();
    } catch { runs = null; }
  };

  const draw = () => {
    const asked = field.value.trim().toLowerCase();
    const fits = (one) => asked.split(/\s+/).every((word) => one.name.toLowerCase().includes(word));
    const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? [{ name: asked, hint: "", act: () => location.assign(`/day/${asked}`) }] : [];
    shown = [...day, ...[...pages, ...actions].filter(fits), ...(asked ? (runs ?? []).filter(fits) : (runs ?? [])).slice(0, 8)];
    at = Math.min(at, Math.max(0, shown.length - 1));
    box.replaceChildren(...shown.map((one, number) => {
      const option = document.createElement("div");
      option.role = "option";
      option.id = `palette-${number}`;
      option.setAttribute("aria-selected", String(number === at));
      option.append(Object.assign(document.createElement("span"), { textContent: one.name }), Object.assign(document.createElement("span"), { className: "small soft", textContent: one.hint }));
      option.addEventListener("click", one.act);
      return option;
    }));
    palette.querySelector("[data-nothing]").hidden = shown.length > 0;
    if (shown.length) field.setAttribute("aria-activedescendant", `palette-${at}`);
    else field.removeAttribute("aria-activedescendant");
    box.children[at]?.scrollIntoView({ block: "nearest" });
  };

  const open = () => { field.value = ""; at = 0; draw(); palette.showModal(); field.focus(); readRuns(); };
  field.addEventListener("input", () => { at = 0; draw(); });
  field.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way && shown.length) { at = (at + way + shown.length) % shown.length; draw(); event.preventDefault(); }
    if (event.key === "Enter") { event.preventDefault(); shown[at]?.act(); }
  });
  for (const dialog of [palette, list]) {
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  }

  // Single keys may get in the way of speech input: they can be switched off, in this browser.
  const choice = list.querySelector("input[type=checkbox]");
  const areOn = () => localStorage.getItem("single-keys") !== "off";
  const help = () => { choice.checked = areOn(); list.showModal(); };
  choice.addEventListener("change", () => localStorage.setItem("single-keys", choice.checked ? "on" : "off"));

  const places = { k: "/", d: "/diary", r: "/runs", h: "/shoes", p: "/report", w: "/what-if", s: "/settings" };
  const exists = (path) => [...palette.querySelectorAll("[data-page-link]")].some((link) => new URL(link.href).pathname === path);
  // When "g" was pressed, by the event's own clock: a page that is busy in between loses no key.
  let went = -Infinity;
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); open(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !areOn()) return;
    if (event.target.closest("textarea, select, dialog[open], input:not([type=radio]):not([type=checkbox])")) return;
    const isGoing = event.timeStamp - went < 3000;
    went = -Infinity;
    if (isGoing) {
      const place = places[event.key];
      if (place && exists(place)) { event.preventDefault(); location.assign(place); }
      return;
    }
    const turn = { "[": "earlier", "]": "later" }[event.key];
    if (event.key === "g") went = event.timeStamp;
    else if (event.key === "/") { event.preventDefault(); open(); }
    else if (event.key === "?") { event.preventDefault(); help(); }
    else if (event.key === "l") location.assign("/diary");
    else if (turn) document.querySelector(`main [data-page="${turn}"]`)?.click();
  });
  for (const button of document.querySelectorAll("[data-open-palette]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
})();
