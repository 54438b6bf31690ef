// A link to a rule opens it, in every browser.
"use strict";

const open = () => {
  const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const drawer = entry?.closest("details");
  if (!drawer) return;
  drawer.open = true;
  entry.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", open);
open();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((drawer) => { drawer.open = true; }));
