// The writing page: a copy of unsent words on this phone, text first, then photos one by one.

import { newKey, send, show } from "./room-net.js";
import { shrink } from "./photo-shrink.js";

const NOT_KEPT = ["csrfmiddlewaretoken", "idempotency_key", "base_revision", "action"];

const store = {
  read: (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write: (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false; // no room or a private window: the form itself still holds the words
    }
  },
  drop: (key) => {
    try {
      localStorage.removeItem(key);
    } catch {}
  },
};

const typed = (form) => [...new FormData(form)].filter(([name, value]) => !NOT_KEPT.includes(name) && typeof value === "string");

function refill(form, entries) {
  const turn = {};
  for (const [name, value] of entries) {
    const fields = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
    const choice = [...fields].find((field) => ["radio", "checkbox"].includes(field.type) && field.value === value);
    if (choice) choice.checked = true;
    else {
      turn[name] = (turn[name] ?? -1) + 1;
      if (fields[turn[name]]) fields[turn[name]].value = value;
    }
  }
}

function start() {
  const form = document.querySelector("form[data-write]");
  if (!form) return;
  const key = `tulis:${form.dataset.user}:${form.dataset.story}`;
  const line = form.querySelector("[data-save-state]");
  const say = (name, extra = "") => {
    line.hidden = false;
    line.textContent = line.dataset[name] + extra;
    line.classList.toggle("save-state-bad", name === "cut" || name === "refused");
  };
  const first = JSON.stringify(typed(form));

  const offer = document.querySelector("[data-restore]");
  const kept = store.read(key);
  if (offer && kept && JSON.stringify(kept.entries) !== first && !document.querySelector(".error-summary")) {
    offer.hidden = false;
    offer.querySelector("[data-take]").addEventListener("click", () => {
      refill(form, kept.entries);
      offer.hidden = true;
      say("kept");
    });
    offer.querySelector("[data-throw]").addEventListener("click", () => {
      store.drop(key);
      offer.hidden = true;
    });
  }

  let timer;
  const keep = () => {
    const entries = typed(form);
    if (JSON.stringify(entries) === first) return;
    if (store.write(key, { entries })) say("kept");
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  });
  addEventListener("pagehide", () => !form.inert && form.isConnected && keep());

  for (const radio of form.querySelectorAll("[name=kind]"))
    radio.addEventListener("change", () => {
      for (const guide of form.querySelectorAll("[data-guide]")) guide.open = guide.dataset.guide === radio.value;
    });

  async function sendText(submitter, action) {
    const body = new FormData(form, submitter);
    if (action) body.set("action", action);
    clearTimeout(timer);
    keep();
    form.inert = true;
    say("sending");
    // Not form.action: that name belongs to the buttons.
    const answer = await send(location.pathname + location.search, body, { onCut: () => say("cut") });
    if (answer.location) {
      store.drop(key);
      say("sent");
      return answer.location;
    }
    show(answer.html);
    return null;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.inert) return;
    const next = await sendText(event.submitter);
    if (next) location.assign(next);
  });

  const pick = form.querySelector("[data-photo-pick]");
  if (!pick) return;
  pick.hidden = false;
  const input = pick.querySelector("input");
  input.addEventListener("change", async () => {
    const files = [...input.files];
    if (!files.length || form.inert) return;
    const story = await sendText(null, "save");
    if (!story) return;
    const address = new URL(story, location.href).pathname;
    const refused = [];
    for (const [index, file] of files.entries()) {
      const count = ` ${index + 1}/${files.length}`;
      say("shrinking", count);
      const body = new FormData();
      const values = {
        csrfmiddlewaretoken: form.querySelector("[name=csrfmiddlewaretoken]").value,
        idempotency_key: newKey(),
        credit: pick.dataset.credit,
        source: "own",
        consent: "undecided",
        action: "back",
      };
      for (const [name, value] of Object.entries(values)) body.set(name, value);
      body.set("photo", await shrink(file));
      say("photo", count);
      const answer = await send(`${address}foto/`, body, {
        onProgress: (share) => say("photo", `${count}, ${Math.round(share * 100)} %`),
        onCut: () => say("cut"),
      });
      if (!answer.location) {
        const page = new DOMParser().parseFromString(answer.html, "text/html");
        refused.push(`${file.name}: ${page.querySelector(".error span")?.textContent ?? line.dataset.refused}`);
      }
    }
    if (refused.length) {
      say("refused", ` ${refused.join(" ")} `);
      const on = Object.assign(document.createElement("a"), { href: `${address}#foto`, textContent: "OK" });
      on.className = "button button-quiet";
      line.append(on);
      return;
    }
    location.assign(`${address}#foto`);
    if (location.pathname === address) location.reload();
  });
}

start();
document.addEventListener("room:shown", start);
