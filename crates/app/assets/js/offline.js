// The page that opens while the program is out of reach: today, and back to the program once it answers.
"use strict";

const offlineForm = document.getElementById("offline-form");
const offlineDay = offlineForm.querySelector("input[name=date]");
const offlineToday = new Date();
offlineDay.value ||= [offlineToday.getFullYear(), String(offlineToday.getMonth() + 1).padStart(2, "0"), String(offlineToday.getDate()).padStart(2, "0")].join("-");
const toDay = () => { offlineForm.setAttribute("action", `/diary/${offlineDay.value}`); };
offlineDay.addEventListener("change", toDay);
toDay();
outbox.told();

// A kept entry leaves the form empty for the next one.
offlineForm.addEventListener("submit", () => {
  const wait = setInterval(async () => {
    if ((await outbox.all()).some((entry) => entry.at === offlineForm.querySelector("input[name=typed_at]")?.value)) {
      clearInterval(wait);
      offlineForm.reset();
      offlineDay.value ||= offlineToday.toISOString().slice(0, 10);
      document.querySelector("[data-waiting]").scrollIntoView({ block: "center" });
    }
  }, 100);
  setTimeout(() => clearInterval(wait), 10_000);
});

const back = async () => {
  if (!await outbox.isAlive()) return;
  await outbox.send();
  location.replace(location.pathname === "/offline" ? "/" : location.href);
};
document.querySelector("[data-again]").addEventListener("click", back);
addEventListener("online", back);
