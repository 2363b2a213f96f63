// Shows the share buttons that need a script; without one the address stands there as text.
const words = document.documentElement.lang === "id" ? "Tautan disalin" : "Link copied";

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return;
    }
    const label = button.lastChild;
    const before = label.textContent;
    button.setAttribute("aria-live", "polite");
    label.textContent = words;
    setTimeout(() => (label.textContent = before), 4000);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
