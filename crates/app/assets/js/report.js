// The switches of the report: the sheet follows at once; the button is for pages without script.
"use strict";

const choices = document.getElementById("sheet-choices");
if (choices) {
  for (const button of choices.querySelectorAll("[data-without-script]")) button.hidden = true;
  choices.addEventListener("change", () => choices.requestSubmit());
}
