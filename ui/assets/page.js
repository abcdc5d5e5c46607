/* The browser's half of the page. Buttons are found by their data attributes:
 *   data-event, data-payload   trigger the event in Python (see ui/relay.py)
 *   data-confirm               ask this first
 *   data-copy, data-download   put this Markdown on the clipboard, or in a file
 * Nothing here makes HTML: text is only ever set as text.
 */
(() => {
  "use strict";

  const PHONE = window.matchMedia("(max-width: 860px)"); // The width where page.css lays the pane over the chat.
  const pane = () => document.querySelector("#cc-pane .cc-pane");
  let opener = null; // The button the reading pane was opened from.
  let wanted = null; // The key of the place that is to be scrolled to once it is there.

  function trigger(name, payload) {
    const run = (window.crosscheckTriggers || {})[name];
    if (run) run(name, payload);
  }

  /* Reading pane */

  function keyOf(place) {
    const whole = place.start === undefined || place.end === undefined;
    return `${place.article_id}:${whole ? "" : `${place.start}-${place.end}`}`;
  }

  function read(button, place) {
    opener = button;
    wanted = keyOf(place);
    document.querySelectorAll("[aria-current=location]").forEach((b) => b.removeAttribute("aria-current"));
    button.setAttribute("aria-current", "location");
    if (PHONE.matches && !document.body.classList.contains("cc-reading-open")) {
      history.pushState({ crosscheck: "reading" }, "");
    }
    document.body.classList.add("cc-reading-open");
    reveal();
  }

  function reveal() {
    const shown = pane();
    if (!wanted || !shown || shown.dataset.key === undefined) return;
    const problem = shown.classList.contains("cc-problem");
    if (shown.dataset.key !== wanted && !problem) return;
    wanted = null;
    const box = document.getElementById("cc-pane");
    const mark = shown.querySelector("mark");
    shown.focus({ preventScroll: true });
    const middle = mark
      ? mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3
      : -box.scrollTop;
    box.scrollTop += middle;
  }

  function leave() {
    if (!document.body.classList.contains("cc-reading-open")) return;
    document.body.classList.remove("cc-reading-open");
    if (opener && opener.isConnected) opener.focus();
  }

  function back() {
    if (PHONE.matches && history.state && history.state.crosscheck === "reading") history.back();
    else leave();
  }

  window.addEventListener("popstate", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    const over = PHONE.matches && document.body.classList.contains("cc-reading-open");
    if (over || (pane() && pane().contains(document.activeElement))) back();
  });

  /* Copy and download */

  function copyBySelection(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  async function copy(button) {
    let done = false;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      done = true;
    } catch {
      done = copyBySelection(button.dataset.copy);
      button.focus();
    }
    const label = button.textContent;
    button.textContent = done ? "Copied" : "Could not copy";
    setTimeout(() => { button.textContent = label; }, 1600);
  }

  function download(text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
    link.download = `crosscheck-${new Date().toISOString().slice(0, 10)}.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* Confirm */

  function confirmed(question) {
    const dialog = document.getElementById("cc-confirm");
    document.getElementById("cc-confirm-question").textContent = question;
    dialog.returnValue = "keep";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "go"), { once: true });
    });
  }

  /* One listener for every button */

  document.addEventListener("click", async (click) => {
    const button = click.target.closest("button");
    if (!button) return;
    if (button.dataset.copy !== undefined) copy(button);
    else if (button.dataset.download !== undefined) download(button.dataset.download);
    else if (button.dataset.back !== undefined) back();
    else if (button.dataset.event) {
      const payload = JSON.parse(button.dataset.payload);
      if (button.dataset.confirm && !(await confirmed(button.dataset.confirm))) return;
      if (button.dataset.event === "cite" || button.dataset.event === "read") read(button, payload);
      trigger(button.dataset.event, payload);
    }
  });

  /* What Python changes on the page */

  let turns = 0;
  let state = ""; // How many questions are answered, of how many, when last looked at.
  function followConversation() {
    const log = document.querySelector("#cc-conversation .cc-log");
    if (!log) return;
    const all = log.querySelectorAll(".cc-turn");
    if (all.length > turns) all[all.length - 1].scrollIntoView({ block: "start" });
    turns = all.length;
    // A question that waits is answered by an event of its own. Should two responses come in the
    // wrong order, the older one shows a question that waits, and is put right by asking again.
    const waits = log.dataset.state !== state && log.querySelector(".cc-reading");
    state = log.dataset.state;
    if (waits) trigger("answer", {});
  }

  new MutationObserver(() => {
    reveal();
    followConversation();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-key", "data-state"] });
})();
