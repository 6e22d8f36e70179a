// Words selected in the original fill the form that marks a detail: which words, in which passage, which time.
const form = document.querySelector("[data-mark]");

function wordsOf(node) {
  const copy = node.cloneNode(true);
  copy.querySelectorAll(".vh").forEach((hidden) => hidden.remove());
  return copy.textContent;
}

function take() {
  const selection = document.getSelection();
  if (!form || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const original = (range.startContainer.parentElement ?? document.body).closest("[data-original]");
  if (!original || !original.contains(range.endContainer)) return;
  const words = wordsOf(range.cloneContents().appendChild(document.createElement("i")).parentNode).trim();
  if (!words) return;
  const before = document.createRange();
  before.setStart(original, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const leading = wordsOf(before.cloneContents());
  let nth = 1;
  for (let at = leading.indexOf(words); at >= 0; at = leading.indexOf(words, at + 1)) nth += 1;
  form.elements.words.value = words;
  form.elements.passage.value = original.dataset.passage;
  form.elements.telling.value = original.dataset.telling;
  form.elements.nth.value = nth;
  document.querySelector("#add").open = true;
}

document.addEventListener("mouseup", take);
document.addEventListener("keyup", (event) => { if (event.shiftKey) take(); });
