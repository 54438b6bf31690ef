// The main chart: what the pointer or the arrow keys are on is said in a line; dragging across days zooms into them.
"use strict";

const days = (figure) => {
  const drawn = [...figure.querySelectorAll("svg")].find((svg) => svg.clientWidth > 0);
  return drawn ? [...drawn.querySelectorAll(".c-days a")] : [];
};

const point = (figure, link) => {
  figure.querySelectorAll(".c-days a.at").forEach((other) => other.classList.remove("at"));
  link?.classList.add("at");
  const said = figure.querySelector(".chart-said");
  if (said) said.textContent = link?.querySelector("title")?.textContent ?? "";
};

const dateOf = (link) => link.getAttribute("href").split("/").pop();

const zoom = (first, last) => {
  const [from, to] = [dateOf(first), dateOf(last)].sort();
  const show = document.querySelector(".chart-choices a[aria-current]")?.getAttribute("href") ?? "/chart?";
  const address = new URL(show, location.href);
  address.searchParams.delete("weeks");
  address.searchParams.set("from", from);
  address.searchParams.set("to", to);
  const way = { target: "#runs-and-pain", swap: "outerHTML" };
  if (window.htmx) window.htmx.ajax("GET", address.pathname + address.search, way);
  else location.assign(address);
};

let start = null;

document.addEventListener("pointerdown", (event) => {
  start = event.target.closest?.(".c-days a") ?? null;
});

document.addEventListener("pointermove", (event) => {
  const link = event.target.closest?.(".c-days a");
  const figure = event.target.closest?.("[data-chart]");
  if (figure && link) point(figure, link);
});

document.addEventListener("pointerup", (event) => {
  const end = event.target.closest?.(".c-days a");
  if (!start || !end || start === end || start.parentNode !== end.parentNode) return;
  const all = [...start.parentNode.children];
  if (Math.abs(all.indexOf(start) - all.indexOf(end)) >= 6) {
    addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    zoom(start, end);
  }
});

document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.(".c-days")) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  const figure = event.target.closest?.("[data-chart]");
  if (!figure || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = days(figure);
  const now = all.findIndex((link) => link.classList.contains("at"));
  const go = { ArrowLeft: now < 0 ? all.length - 1 : now - 1, ArrowRight: now + 1, Home: 0, End: all.length - 1 }[event.key];
  if (go !== undefined) {
    point(figure, all[Math.max(0, Math.min(all.length - 1, go))]);
    event.preventDefault();
  } else if (event.key === "Enter" && now >= 0) {
    location.assign(all[now].getAttribute("href"));
  } else if (event.key === "t") {
    const table = document.querySelector("[data-chart-table]");
    if (table) table.open = !table.open;
  }
});
