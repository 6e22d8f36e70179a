// The workbench by keyboard: rungs by number, W for own words, J and K along the open decisions, U to undo, A to add.
// Enter decides because the focus stands in the form; nothing that publishes or destroys has a key.
import { whenKey } from "./keys.js";

const form = document.querySelector("[data-decide]");
const was = document.querySelector("[data-was]");
const instead = document.querySelector("[data-instead]");
const lead = document.querySelector("[data-lead]");
const trail = document.querySelector("[data-trail]");

function follow(selector) {
  document.querySelector(selector)?.click();
}

function choose(key) {
  const radio = form?.querySelector(`[data-key="${key}"]:not(:disabled)`);
  if (!radio) return;
  radio.checked = true;
  radio.focus();
  show();
  if (key === "w") form.querySelector("[name=replacement]").focus();
  // what is kept needs a reason of its own, unless keeping it is what was advised
  if (key === "0" && radio.value !== form.querySelector("[name=advised]").value) form.querySelector("[name=reason]").focus();
}

function show() {
  if (!form || !instead) return;
  const radio = form.querySelector("[name=choice]:checked");
  if (!radio) return;
  const own = form.querySelector("[name=replacement]").value.trim();
  const kept = radio.value.startsWith("retain|");
  const words = radio.dataset.key === "w" ? `[${own || "…"}]` : radio.closest("label").querySelector(".say").textContent;
  const before = Number(radio.dataset.before ?? 0);
  const after = Number(radio.dataset.after ?? 0);
  was.classList.toggle("struck", !kept);
  instead.textContent = kept ? document.querySelector(".decide .what").textContent : words;
  lead.textContent = before ? lead.dataset.lead.slice(0, -before) : lead.dataset.lead;
  trail.textContent = trail.dataset.trail.slice(after);
}

const acts = {
  j: () => follow("[data-next]"),
  k: () => follow("[data-previous]"),
  u: () => follow("[data-undo]"),
  a: () => {
    const add = document.querySelector("#add");
    add.open = true;
    add.querySelector("[name=words]").focus();
  },
  w: () => choose("w"),
  enter: (event) => {
    if (event.target.closest("a, button, summary")) event.target.closest("a, button, summary").click();
    else form?.requestSubmit();
  },
};
for (const key of "0123456789") acts[key] = () => choose(key);
whenKey(acts);

form?.addEventListener("change", show);
form?.addEventListener("input", (event) => {
  if (event.target.name !== "replacement") return;
  form.querySelector("[data-key=w]").checked = true;
  show();
});

// After the browser has gone to the fragment, which would take the focus away again.
function begin() {
  document.querySelector(".pair.here")?.scrollIntoView({ block: "center" });
  const first = form?.querySelector("[name=choice]:checked") ?? form?.querySelector("[name=choice]:not(:disabled)");
  first?.focus({ preventScroll: true });
}
if (location.hash === "#decide") {
  if (document.readyState === "complete") begin();
  else addEventListener("load", () => requestAnimationFrame(begin));
}
document.querySelector("[data-add]")?.addEventListener("click", () => { document.querySelector("#add").open = true; });
