// Causes and what follows them: all open where there is room; on a phone the first cause alone. The attribute tells screen
// readers the truth.
"use strict";

const wide = matchMedia("(min-width: 641px)");
const parts = [...document.querySelectorAll("details.cause, details.fold")];
const fold = () => parts.forEach((part, at) => { part.open = wide.matches || at === 0; });
fold();
wide.addEventListener("change", fold);
addEventListener("beforeprint", () => parts.forEach((part) => { part.open = true; }));
addEventListener("afterprint", fold);

// A link from the glance list opens its cause.
const show = () => {
  const cause = document.getElementById(location.hash.slice(1));
  if (cause instanceof HTMLDetailsElement) cause.open = true;
};
addEventListener("hashchange", show);
show();

// What lies beyond the screen waits to be drawn until there is time; then the page is whole, also for a picture of it.
const later = [...document.querySelectorAll("#runs-and-pain, .cols.later>section, .own")];
const when = globalThis.requestIdleCallback ?? setTimeout;
const draw = () => {
  const part = later.shift();
  if (!part) return;
  part.style.contentVisibility = "visible";
  when(draw);
};
addEventListener("load", () => when(draw));
