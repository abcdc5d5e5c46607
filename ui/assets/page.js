/* The browser's half of the page. Buttons are found by their data attributes:
 *   data-event, data-payload   trigger the event in Python (see ui/relay.py)
 *   data-confirm               ask this first
 *   data-copy, data-download   put this Markdown on the clipboard, or in a file
 * and what goes on by itself by
 *   data-look, data-hear       trigger that event again after so many milliseconds in view
 * Nothing here makes HTML: text is only ever set as text.
 */
(() => {
  "use strict";

  const PHONE = window.matchMedia("(max-width: 860px)"); // The width where page.css lays the pane over the chat.
  const SPLIT = ".cc-split"; // A row with a reading pane; ui/relay.py says what a button in it reaches.
  let opener = null; // The button the reading pane was opened from.
  let box = null; // The reading pane that was opened last.
  let wanted = null; // The key of the place that is to be scrolled to once it is there.

  function trigger(name, payload, from) {
    const run = ((from.closest(SPLIT) || window).crosscheckTriggers || {})[name];
    if (run) run(name, payload);
  }

  /* Reading pane */

  const shown = () => box && box.querySelector(".cc-pane");

  function keyOf(place) {
    if (place.places) return place.places.map(keyOf).join("|");
    const whole = place.start === undefined || place.end === undefined;
    return `${place.article_id}:${whole ? "" : `${place.start}-${place.end}`}`;
  }

  function read(button, place) {
    const split = button.closest(SPLIT) || document.querySelector(SPLIT); // A title in the sources opens beside the chat.
    box = split.querySelector(".block.cc-pane-box");
    wanted = keyOf(place);
    if (!box.contains(button)) {
      opener = button;
      split.querySelectorAll("[aria-current=location]").forEach((b) => b.removeAttribute("aria-current"));
      button.setAttribute("aria-current", "location");
    }
    if (PHONE.matches && !document.body.classList.contains("cc-reading-open")) {
      history.pushState({ crosscheck: "reading" }, "");
    }
    document.body.classList.add("cc-reading-open");
    reveal();
  }

  function reveal() {
    const read = shown();
    if (!wanted || !read || read.dataset.key === undefined) return;
    const problem = read.classList.contains("cc-problem");
    if (read.dataset.key !== wanted && !problem) return;
    wanted = null;
    const mark = read.classList.contains("cc-passages") ? null : read.querySelector("mark");
    read.focus({ preventScroll: true });
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
    if (over || (shown() && shown().contains(document.activeElement))) back();
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
      if (button.dataset.event === "again") askedAgain = button.closest(".cc-log").dataset.state;
      trigger(button.dataset.event, payload, button);
    }
  });

  /* What Python changes on the page */

  let turns = 0;
  let askedAgain = null; // The state when a filter was clicked, until the answer without it is there.
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
    if (waits) trigger("answer", {}, log);
    if (askedAgain !== null && state !== askedAgain && !log.querySelector(".cc-reading")) {
      askedAgain = null; // The chip that was clicked is not the one to go on at: the new answer's is.
      const chips = [...all[all.length - 1].querySelectorAll(".cc-chip")];
      (chips.find((chip) => chip.classList.contains("cc-off")) || chips[0])?.focus({ preventScroll: true });
    }
  }

  /* Each tab keeps its place */

  const TABS = "#cc-tabs > .tab-wrapper [role=tab]";
  const places = {}; // How far each tab is scrolled, by its name.
  let tab = null;
  let returning = false;

  window.addEventListener("scroll", () => {
    if (tab && !returning) places[tab] = window.scrollY;
  }, { passive: true });

  function keepPlace() {
    const chosen = document.querySelector(`${TABS}[aria-selected=true]`);
    if (!chosen || chosen.textContent === tab) return;
    tab = chosen.textContent;
    returning = true; // The page scrolls by itself where the other tab is shorter.
    requestAnimationFrame(() => {
      window.scrollTo(0, places[tab] ?? 0);
      returning = false;
    });
  }

  /* What goes on by itself: articles are compared while the page is read */

  const TICK = 250;
  const looked = new WeakMap(); // When each gr.HTML looked last.

  function isRead(board) { // Whether a reader is in the midst of it: it must not move then.
    return board.contains(document.activeElement) || board.querySelector("[aria-current]") !== null
      || board.getBoundingClientRect().top < 0;
  }

  function lookAgain(name) {
    for (const live of document.querySelectorAll(`[data-${name}]`)) {
      const place = live.closest("[id]");
      const due = (looked.get(place) ?? -Infinity) + Number(live.dataset[name]);
      if (document.hidden || !live.checkVisibility() || performance.now() < due) continue;
      looked.set(place, performance.now());
      const board = (live.closest(SPLIT) || document).querySelector(".cc-board");
      trigger(name, board ? { ...board.dataset, busy: isRead(board) } : {}, live);
    }
  }

  setInterval(() => { lookAgain("look"); lookAgain("hear"); }, TICK);

  new MutationObserver(() => {
    reveal();
    followConversation();
    keepPlace();
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-key", "data-state", "aria-selected"] });
})();
