// Causes: all open where there is room, the first alone on a phone. The attribute tells screen readers the truth.
"use strict";

const wide = matchMedia("(min-width: 641px)");
const causes = [...document.querySelectorAll("details.cause")];
const fold = () => causes.forEach((cause, at) => { cause.open = wide.matches || at === 0; });
fold();
wide.addEventListener("change", fold);
addEventListener("beforeprint", () => causes.forEach((cause) => { cause.open = true; }));
addEventListener("afterprint", fold);

// A link from the glance list opens its cause.
const show = () => {
  const cause = document.getElementById(location.hash.slice(1));
  if (cause instanceof HTMLDetailsElement) cause.open = true;
};
addEventListener("hashchange", show);
show();
