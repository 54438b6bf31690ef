// The diary: the map and the list are one answer; a chosen radio can be opened again; digits fill the focused scale.
"use strict";

const form = document.getElementById("diary-form");
for (const hidden of document.querySelectorAll("[data-script-only], [data-none]")) hidden.hidden = false;

const boxes = new Map([...form.querySelectorAll('input[name="regions"]')].map((box) => [box.value, box]));
const mains = new Map([...form.querySelectorAll('input[name="main"]')].map((radio) => [radio.value, radio]));
const main = () => [...mains].find(([, radio]) => radio.checked)?.[0] ?? "";

const draw = () => {
  for (const shape of form.querySelectorAll("[data-map] [data-code]")) {
    const code = shape.dataset.code;
    const isOn = boxes.get(code)?.checked ?? false;
    shape.classList.toggle("on", isOn);
    shape.classList.toggle("main", isOn && main() === code);
    if (shape.hasAttribute("aria-checked")) shape.setAttribute("aria-checked", String(isOn));
  }
  for (const [code, radio] of mains) {
    const isOn = boxes.get(code)?.checked ?? false;
    if (!isOn) radio.checked = false;
    radio.closest(".main-mark").hidden = !isOn;
  }
  const marked = [...boxes.values()].filter((box) => box.checked);
  if (marked.length && !main()) mains.get(marked[0].value).checked = true;
};

// Marked, then the main place, then cleared.
const step = (code) => {
  const box = boxes.get(code);
  if (!box) return;
  if (!box.checked) box.checked = true;
  else if (main() !== code) mains.get(code).checked = true;
  else { box.checked = false; mains.get(code).checked = false; }
  draw();
};

form.addEventListener("change", (event) => {
  if (event.target.name === "regions" || event.target.name === "main") draw();
});

for (const map of form.querySelectorAll("[data-map]")) {
  map.addEventListener("click", (event) => {
    const code = event.target.closest("[data-code]")?.dataset.code;
    if (code) step(code);
  });
  map.addEventListener("keydown", (event) => {
    const shape = event.target.closest("[role=checkbox]");
    if (!shape) return;
    if (event.key === " " || event.key === "Enter") { step(shape.dataset.code); event.preventDefault(); }
    const view = { 1: "front", 2: "outer", 3: "inner", 4: "back" }[event.key];
    if (view) { look(view); map.querySelector(`[data-view="${view}"] [role=checkbox]`)?.focus(); event.preventDefault(); }
    const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (way) {
      const all = [...map.querySelectorAll("[role=checkbox]")].filter((other) => other.getClientRects().length);
      all[(all.indexOf(shape) + way + all.length) % all.length]?.focus();
      event.preventDefault();
    }
  });
}

// On a phone one view at a time.
const look = (view) => {
  for (const figure of form.querySelectorAll("[data-map] figure")) figure.classList.toggle("later-view", figure.dataset.view !== view);
  for (const tab of form.querySelectorAll(".map-tabs [role=tab]")) {
    const isHere = tab.dataset.view === view;
    tab.setAttribute("aria-selected", String(isHere));
    tab.tabIndex = isHere ? 0 : -1;
  }
};
const tabs = [...form.querySelectorAll(".map-tabs [role=tab]")];
tabs.forEach((tab, at) => {
  tab.addEventListener("click", () => look(tab.dataset.view));
  tab.addEventListener("keydown", (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    const next = tabs[(at + way + tabs.length) % tabs.length];
    look(next.dataset.view);
    next.focus();
  });
});
const first = [...boxes].find(([code, box]) => box.checked && main() === code)?.[0];
const home = first && form.querySelector(`[data-map] .k-region[data-code="${first}"]`)?.closest("figure");
look(home?.dataset.view ?? "front");
draw();

// A second tap on a chosen answer opens it again: unknown, not zero.
let was = null;
form.addEventListener("pointerdown", (event) => { was = event.target.closest("label")?.querySelector("input[type=radio]:checked") ?? null; });
form.addEventListener("click", (event) => {
  const radio = event.target.closest("label")?.querySelector("input[type=radio]");
  if (radio && radio === was && radio.name !== "main") { radio.checked = false; was = null; event.preventDefault(); }
});

document.querySelector("[data-none]")?.addEventListener("click", () => {
  for (const radio of form.querySelectorAll("[data-is-none]")) {
    const isOpen = !form.querySelector(`input[name="${radio.name}"]:checked`);
    if (isOpen) radio.checked = true;
  }
});

form.addEventListener("keydown", (event) => {
  const scale = event.target.closest(".scale");
  if (!scale || event.ctrlKey || event.metaKey || event.altKey) return;
  const points = event.key === "-" ? "10" : /^[0-9]$/.test(event.key) ? event.key : null;
  if (points === null) return;
  const radio = scale.querySelector(`input[value="${points}"]`);
  radio.checked = true;
  radio.focus();
  event.preventDefault();
});

// Undo is offered for a while, not for ever.
const undo = document.querySelector("[data-undo]");
if (undo) setTimeout(() => undo.remove(), 30_000);
