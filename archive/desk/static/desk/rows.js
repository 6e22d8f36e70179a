// Moves through a list with J and K and opens a row with Enter. Never acts inside a field.
import { whenKey } from "./keys.js";

const rows = [...document.querySelectorAll("[data-row]")];
let at = -1;

function go(step) {
  if (!rows.length) return;
  rows[at]?.classList.remove("at");
  at = Math.min(rows.length - 1, Math.max(0, at + step));
  rows[at].classList.add("at");
  rows[at].querySelector("a").focus();
}

whenKey({
  j: () => go(1),
  k: () => go(-1),
});
