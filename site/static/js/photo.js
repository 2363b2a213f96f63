// The photo page: shrinks the chosen photo, shows how far it is, survives a cut.

import { send, show } from "./room-net.js";
import { shrink } from "./photo-shrink.js";

function start() {
  const form = document.querySelector("form[data-photo]");
  if (!form) return;
  const line = form.querySelector("[data-save-state]");
  const progress = form.querySelector("[data-progress]");
  const bar = progress.querySelector("progress");
  const say = (name) => {
    line.hidden = false;
    line.textContent = line.dataset[name];
    line.classList.toggle("save-state-bad", name === "cut");
  };
  form.addEventListener("submit", async (event) => {
    const input = form.querySelector("input[type=file]");
    const file = input.files[0];
    if (!file) return; // the server says what is missing
    event.preventDefault();
    if (form.inert) return;
    const body = new FormData(form, event.submitter);
    form.inert = true;
    say("shrinking");
    body.set(input.name, await shrink(file));
    progress.hidden = false;
    say("sending");
    // Not form.action: that name belongs to the buttons.
    const answer = await send(location.pathname + location.search, body, {
      onProgress: (share) => {
        bar.value = Math.round(share * 100);
        say("sending");
      },
      onCut: () => say("cut"),
    });
    if (answer.location) location.assign(answer.location);
    else show(answer.html);
  });
}

start();
document.addEventListener("room:shown", start);
