// "My work" is worked without this file. It adds keys: from line to line, the report of a line, sending it. They can be turned off (WCAG 2.1.4), and mean nothing while somebody types.

const work = document.querySelector("[data-work]");
if (work) {
  const lines = [...work.querySelectorAll("[data-work-line]")];
  const told = document.querySelector("[data-work-told]");
  const help = document.querySelector("[data-work-keys]");
  const box = document.querySelector("[data-work-keys-on]");
  const kept = "gongbao.work-keys";

  const titleOf = line => line.querySelector(".ledger-row__title a");
  const lineOf = element => element?.closest?.("[data-work-line]");
  const isTyping = element => element?.matches?.("input, select, textarea, [contenteditable]");

  help.hidden = false;
  try { box.checked = localStorage.getItem(kept) !== "off"; } catch { /* Nothing is remembered here: they are on. */ }
  box.addEventListener("change", () => {
    try { localStorage.setItem(kept, box.checked ? "on" : "off"); } catch { /* It holds until the page is left. */ }
  });

  const move = step => {
    const at = lines.indexOf(lineOf(document.activeElement));
    const to = at < 0 ? (step > 0 ? 0 : lines.length - 1) : Math.min(lines.length - 1, Math.max(0, at + step));
    titleOf(lines[to]).focus();
  };

  const open = line => {
    const report = line.querySelector("details");
    if (!report) {
      told.textContent = "这一项正在等待核验，现在不需要报告。";
      return;
    }
    report.open = true;
    report.querySelector("textarea").focus();
  };

  document.addEventListener("keydown", event => {
    const line = lineOf(event.target);
    const form = event.target.closest?.("[data-work] form");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(`button[value="${event.shiftKey ? "report-done" : "report"}"]`));
    } else if (form && event.key === "Escape") {
      form.closest("details").open = false;
      titleOf(line).focus();
    } else if (box.checked && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing && !isTyping(event.target) && (line || event.target === document.body)) {
      const key = event.key.toLowerCase();
      if (key === "j" || (line && event.key === "ArrowDown")) move(1);
      else if (key === "k" || (line && event.key === "ArrowUp")) move(-1);
      else if (key === "b" && line) open(line);
      else return;
      event.preventDefault();
    }
  });

  // Refused: back to what was written. Where it was sent, the fragment of the address names the next line, and the browser focuses it.
  work.querySelector("details[open] textarea")?.focus();
}
