// The check: one question a screen. Without script all three stand below each other.
"use strict";

const check = document.getElementById("check");
const steps = [...check.querySelectorAll("[data-step]")];
const [toBack, toNext, toSave] = ["back", "next", "save"].map((name) => check.querySelector(`[data-${name}]`));
let step = 0;

const showStep = (number, isAsked) => {
  step = Math.max(0, Math.min(steps.length - 1, number));
  steps.forEach((one, at) => { one.hidden = at !== step; });
  toBack.hidden = step === 0;
  toNext.hidden = step === steps.length - 1;
  toSave.hidden = step !== steps.length - 1;
  if (isAsked) (steps[step].querySelector("input:checked") ?? steps[step].querySelector("input")).focus({ preventScroll: true });
};
check.classList.add("one-a-screen");
showStep(0, false);
toNext.addEventListener("click", () => showStep(step + 1, true));
toBack.addEventListener("click", () => showStep(step - 1, true));

// Digits choose, `-` is ten, Enter goes on.
check.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.closest("[data-step]")) return;
  const points = event.key === "-" ? "10" : /^[0-9]$/.test(event.key) ? event.key : null;
  if (points !== null) {
    const radio = steps[step].querySelector(`input[value="${points}"]`);
    radio.checked = true;
    radio.focus();
    event.preventDefault();
    event.stopPropagation();
  } else if (event.key === "Enter" && step < steps.length - 1) {
    showStep(step + 1, true);
    event.preventDefault();
  }
});
