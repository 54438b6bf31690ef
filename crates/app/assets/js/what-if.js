// The value of a slider in words while it moves, and an address that says what is shown. The answer itself comes from the
// program when a change is done.
"use strict";

const form = document.getElementById("what-if");

const say = (slider) => {
  const { same, saidSame, more, less } = slider.dataset;
  const value = Number(slider.value);
  const words = value === Number(same) ? saidSame : (value > Number(same) ? more : less).replace("#", Math.abs(value));
  slider.setAttribute("aria-valuetext", words);
  form.querySelector(`output[for="${slider.id}"]`).value = words;
};

form.addEventListener("input", (event) => { if (event.target.type === "range") say(event.target); });

form.addEventListener("change", (event) => {
  const address = `/what-if?${new URLSearchParams(new FormData(form))}`;
  // Which runs changes the heading too.
  if (event.target.matches("[data-whole-page]")) { event.stopPropagation(); location.href = address; return; }
  history.replaceState(null, "", address);
}, true);

// On a phone the answer is below the sliders: its sentence stays in sight.
const strip = document.getElementById("answer-strip");
const repeat = () => { strip.textContent = document.getElementById("effects-h").textContent; };
repeat();
document.addEventListener("htmx:after:swap", repeat);
new IntersectionObserver(([seen]) => { strip.hidden = !seen.isIntersecting; }).observe(form);

for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;
// What the browser kept from before a reload.
addEventListener("pageshow", () => form.querySelectorAll("input[type=range]").forEach(say));
