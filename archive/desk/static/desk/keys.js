// Single keys for the desk: they never act inside a field, with a modifier, or while a key is held down.
const IN_FIELD = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]";

export function whenKey(acts) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest(IN_FIELD)) return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}

// "?" leads to the line that lists the keys of this page.
whenKey({
  "?": () => {
    const line = document.querySelector(".keys");
    if (!line) return;
    line.tabIndex = -1;
    line.focus();
  },
});
