// What every page has: the token for changes, and keeping what was typed when the program is gone.
"use strict";

const token = document.querySelector('meta[name="csrf"]')?.content ?? "";

// Only what asks for a part of a page is prepared: looking through every element of a long page takes a slow phone a quarter
// of a second.
document.addEventListener("htmx:before:process", (event) => {
  if (event.target !== document.body) return;
  event.preventDefault();
  for (const part of document.querySelectorAll("[hx-get]")) htmx.process(part);
});

// htmx sends the token as a header, so that fragments need no hidden field.
document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx?.request;
  if (request) request.headers["X-Csrf-Token"] = token;
});

const gone = document.getElementById("gone");
document.addEventListener("htmx:error", () => { if (gone) gone.hidden = false; });
document.addEventListener("htmx:after:request", () => { if (gone) gone.hidden = true; });

// A form that is sent at once when something in it is chosen; without script its button does the same.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-at-once]");
  if (form) form.requestSubmit();
});
for (const form of document.querySelectorAll("form[data-at-once]")) {
  for (const button of form.querySelectorAll("[data-without-script]")) button.hidden = true;
}

// Print buttons need script; without it the browser's own command prints the same page.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
