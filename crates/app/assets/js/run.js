// One run: where the pointer or the arrow keys are, all lines, the route and a sentence answer.
"use strict";

const way = document.querySelector("[data-way]");
const told = document.getElementById("way-data");

if (way && told) {
  const data = JSON.parse(told.textContent);
  const said = document.getElementById("way-said");
  const here = document.querySelector(".rt-here");
  let now = -1;

  const show = (place) => {
    now = Math.max(0, Math.min(data.at.length - 1, place));
    for (const svg of way.querySelectorAll("svg.lanes")) {
      const left = Number(svg.dataset.left);
      const x = left + data.at[now] * (Number(svg.dataset.right) - left);
      const line = svg.querySelector(".lane-at");
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
      line.setAttribute("visibility", "visible");
    }
    const spot = data.route[now - data.first];
    if (here) {
      here.setAttribute("cx", spot?.[0] ?? 0);
      here.setAttribute("cy", spot?.[1] ?? 0);
      here.setAttribute("visibility", spot ? "visible" : "hidden");
    }
    said.textContent = data.said[now];
  };

  const nearest = (share) => {
    let low = 0;
    let high = data.at.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (data.at[middle] < share) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  way.addEventListener("pointermove", (event) => {
    const svg = event.target.closest("svg.lanes");
    if (!svg) return;
    const box = svg.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * svg.viewBox.baseVal.width;
    const left = Number(svg.dataset.left);
    show(nearest((x - left) / (Number(svg.dataset.right) - left)));
  });

  way.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = Math.max(1, Math.round(data.at.length / 60));
    const go = { ArrowLeft: now - step, ArrowRight: now + step, Home: 0, End: data.at.length - 1 }[event.key];
    if (go === undefined) return;
    event.preventDefault();
    show(go);
  });

  document.querySelector("svg.route")?.addEventListener("pointermove", (event) => {
    const svg = event.currentTarget;
    const box = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    let best = -1;
    let least = 900;
    data.route.forEach((spot, place) => {
      const far = (spot[0] - x) ** 2 + (spot[1] - y) ** 2;
      if (far < least) [best, least] = [place, far];
    });
    if (best >= 0) show(best + data.first);
  });
}
