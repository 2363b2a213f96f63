// Sends a form itself: after a cut it tries again with the same key, so it counts once.

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function untilOnline(wait) {
  if (navigator.onLine) return pause(wait);
  await Promise.race([new Promise((done) => addEventListener("online", done, { once: true })), pause(15000)]);
}

function once(url, body, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-Room-Script", "1");
    request.upload.onprogress = (event) => event.total && onProgress(event.loaded / event.total);
    request.onload = () => {
      // A proxy between us that gives up is a cut too; an answer of our own server never looks like this.
      if ([502, 503, 504].includes(request.status)) return reject(new Error("cut"));
      const type = request.getResponseHeader("Content-Type") || "";
      if (type.startsWith("application/json")) resolve({ location: JSON.parse(request.responseText).location });
      else resolve({ status: request.status, html: request.responseText });
    };
    request.onerror = request.ontimeout = () => reject(new Error("cut"));
    request.send(body);
  });
}

// Resolves with {location} when it was accepted, or {status, html} of a page to show. Never gives up.
export async function send(url, body, { onProgress = () => {}, onCut = () => {} } = {}) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 15000)) {
    try {
      return await once(url, body, onProgress);
    } catch {
      onCut();
      await untilOnline(wait);
    }
  }
}

// Shows the page that the server answered with (an error, two texts, please sign in), in place of this one.
export function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
  scrollTo(0, 0);
  document.querySelector(".error-summary, [role=alert]")?.focus();
  document.dispatchEvent(new Event("room:shown"));
}

export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(36)).join("");
