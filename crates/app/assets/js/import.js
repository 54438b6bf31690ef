// Import: files and folders dropped anywhere on the page are sent in parts; what comes of them is asked for meanwhile.
"use strict";

const form = document.querySelector("[data-drop]");
const said = form.querySelector("[data-said]");
const PART = 64 * 1024 * 1024;
const LIMIT = 4 * 1024 ** 3 - 1024 * 1024;

const say = (text, values = {}) => {
  said.textContent = text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
};

const entriesIn = async (folder) => {
  const reader = folder.createReader();
  const all = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return all;
    all.push(...some);
  }
};

// Every file below an entry, with its path.
const filesOf = async (entry) => {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed));
    return [[file, entry.fullPath.replace(/^\//, "")]];
  }
  const found = [];
  for (const below of await entriesIn(entry)) found.push(...await filesOf(below));
  return found;
};

const parts = (files) => {
  const all = [[]];
  let size = 0;
  for (const one of files) {
    if (all.at(-1).length && (size + one[0].size > PART || all.at(-1).length >= 200)) { all.push([]); size = 0; }
    all.at(-1).push(one);
    size += one[0].size;
  }
  return all;
};

const refresh = async () => {
  const answer = await fetch("/import/state");
  const state = document.getElementById("import-state");
  if (window.htmx) window.htmx.ajax("GET", "/import/state", { target: "#import-state", swap: "outerHTML" });
  else if (answer.ok) state.outerHTML = await answer.text();
};

const send = async (files) => {
  const large = files.find(([file]) => file.size > LIMIT);
  if (large) return say(form.dataset.tooLarge, { name: large[1] });
  if (!files.length) return;
  const batch = crypto.randomUUID?.() ?? String(Date.now());
  let sent = 0;
  const all = parts(files);
  for (const [at, part] of all.entries()) {
    say(form.dataset.sending, { sent, all: files.length });
    const body = new FormData();
    body.append("batch", batch);
    body.append("more", at + 1 < all.length ? "yes" : "no");
    for (const [file, path] of part) body.append("files", file, path);
    const headers = { "X-Csrf-Token": token, "X-Kneewise-Script": "yes" };
    try {
      const answer = await fetch("/import", { method: "POST", headers, body });
      if (!answer.ok) return say((await answer.json().catch(() => ({}))).detail ?? form.dataset.notSent);
    } catch {
      return say(form.dataset.notSent);
    }
    sent += part.length;
  }
  say("");
  form.reset();
  await refresh();
};

addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("over");
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) form.classList.remove("over"); });
addEventListener("drop", async (event) => {
  event.preventDefault();
  form.classList.remove("over");
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...event.dataTransfer.files].map((file) => [file, file.name]);
  try {
    await send(entries.length ? (await Promise.all(entries.map(filesOf))).flat() : plain);
  } catch {
    await send(plain);
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  send([...form.querySelector("input[type=file]").files].map((file) => [file, file.webkitRelativePath || file.name]));
});
