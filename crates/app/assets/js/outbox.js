// Entries that cannot be sent wait in this browser and are sent later, each once: the instant at which one was typed goes
// with it, and the program keeps the same entry of the same instant once.
"use strict";

const outbox = (() => {
  const database = {
    open: () => new Promise((resolve, reject) => {
      const asked = indexedDB.open("kneewise", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "at" });
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    }),
    // One request in one transaction; the database is closed again, so that nothing holds it.
    async ask(mode, act) {
      const opened = await database.open();
      try {
        return await new Promise((resolve, reject) => {
          const transaction = opened.transaction("outbox", mode);
          const asked = act(transaction.objectStore("outbox"));
          transaction.oncomplete = () => resolve(asked.result);
          transaction.onerror = () => reject(transaction.error);
        });
      } finally { opened.close(); }
    },
  };
  const all = () => database.ask("readonly", (store) => store.getAll());
  const put = (entry) => database.ask("readwrite", (store) => store.put(entry));
  const drop = (at) => database.ask("readwrite", (store) => store.delete(at));

  // Now, with digits of chance below the millisecond: two entries never share an instant.
  const moment = () => {
    const chance = String(crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000).padStart(6, "0");
    return new Date().toISOString().replace("Z", `${chance}Z`);
  };

  const isAlive = async () => {
    try { return (await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(4000) })).status === 204; }
    catch { return false; }
  };

  // A page that was kept has no token of its own: one is read from a page of the program.
  const freshToken = async () => {
    const answer = await fetch("/more", { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok ? page.querySelector('meta[name="csrf"]')?.content ?? "" : "";
  };

  const told = async () => {
    const waiting = (await all()).filter((entry) => !entry.refused);
    const list = document.querySelector("[data-waiting]");
    if (list) {
      list.hidden = waiting.length === 0;
      list.querySelector("ul").replaceChildren(...waiting.map((entry) => {
        const item = document.createElement("li");
        const fields = new URLSearchParams(entry.body);
        const pains = ["pain_morning", "pain_during_max"].map((name) => fields.get(name)).filter((value) => value);
        item.textContent = [entry.day, fields.get("side"), pains.join(" / ")].filter(Boolean).join(", ");
        return item;
      }));
    }
    return waiting.length;
  };

  // Sends what waits, one after another; tells whether all of it went.
  let isSending = false;
  const send = async () => {
    if (isSending) return false;
    isSending = true;
    try {
      const waiting = (await all()).filter((entry) => !entry.refused);
      if (waiting.length === 0) return true;
      const token = document.querySelector('meta[name="csrf"]')?.content || await freshToken();
      if (!token) return false;
      for (const entry of waiting) {
        const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Csrf-Token": token, Accept: "application/problem+json" };
        const answer = await fetch(entry.action, { method: "POST", headers, body: entry.body, redirect: "manual" });
        if (answer.type === "opaqueredirect" || answer.ok) await drop(entry.at);
        else if (answer.status === 422 || answer.status === 413) await put({ ...entry, refused: await reason(answer) });
        else return false;
      }
      return true;
    } catch { return false; } finally { isSending = false; await told(); await showRefused(); }
  };

  const reason = async (answer) => {
    const text = await answer.text();
    try { return JSON.parse(text).detail; } catch { return new DOMParser().parseFromString(text, "text/html").querySelector("main p")?.textContent ?? String(answer.status); }
  };

  const showRefused = async () => {
    const strip = document.getElementById("refused");
    const [entry] = (await all()).filter((one) => one.refused);
    if (!strip) return;
    strip.hidden = !entry;
    if (!entry) return;
    strip.querySelector("span").textContent = `${strip.dataset.text} ${entry.refused}`;
    strip.querySelector("button").onclick = async () => { await drop(entry.at); await showRefused(); };
  };

  const stripOfGone = document.getElementById("gone");
  const keep = async (form) => {
    const fields = new FormData(form);
    const at = fields.get("typed_at");
    fields.delete("csrf");
    const day = fields.get("date") ?? form.getAttribute("action").split("/").pop();
    await put({ at, day, action: form.getAttribute("action"), body: new URLSearchParams(fields).toString() });
    if (stripOfGone) { stripOfGone.hidden = false; stripOfGone.scrollIntoView({ block: "nearest" }); }
    await told();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form[data-keep]");
    if (!form || event.defaultPrevented) return;
    event.preventDefault();
    let at = form.querySelector("input[name=typed_at]");
    if (!at) {
      at = Object.assign(document.createElement("input"), { type: "hidden", name: "typed_at" });
      form.append(at);
    }
    at.value = moment();
    if (await isAlive()) form.submit();
    else await keep(form);
  });

  // What waits goes as soon as the program answers: at every page, when the network is back, and now and then.
  const retry = async () => {
    if (!(await all()).some((entry) => !entry.refused)) return;
    const isSent = await isAlive() && await send();
    if (isSent && stripOfGone) stripOfGone.hidden = true;
  };
  addEventListener("online", retry);
  setInterval(retry, 20_000);

  // The worker opens the diary while the program is out of reach. Browsers allow it on this computer and over TLS.
  const work = async () => {
    try {
      await navigator.serviceWorker.register("/sw.js");
      const worker = (await navigator.serviceWorker.ready).active;
      if (document.querySelector("[data-offline]")) return;
      worker?.postMessage({ language: document.documentElement.lang });
    } catch { /* the page works without */ }
  };

  // After everything that is seen.
  const begin = () => {
    retry();
    showRefused();
    if ("serviceWorker" in navigator) work();
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", () => setTimeout(begin));

  return { all, put, send, told, isAlive };
})();
