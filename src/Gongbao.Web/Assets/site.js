// Pages work without this file. It adds comforts: buttons that copy a citation, a box that ticks all others, the mark on the outline entry being read, and what is offered while somebody types.

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      if (told) told.textContent = "已复制。";
    } catch {
      if (told) told.textContent = "浏览器不允许复制，请手动选取。";
    }
  });
}

for (const all of document.querySelectorAll("input[data-picks-all]")) {
  const boxes = [...all.form.querySelectorAll(`input[type=checkbox][name="${all.dataset.picksAll}"]`)];
  all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; });
  for (const box of boxes) box.addEventListener("change", () => { all.checked = boxes.every(b => b.checked); });
}

const outline = document.querySelector("[data-outline]");
if (outline && "IntersectionObserver" in window) {
  const links = new Map([...outline.querySelectorAll("a[href*='#']")].map(a => [decodeURIComponent(a.hash.slice(1)), a]));
  const seen = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const link of links.values()) link.removeAttribute("aria-current");
      links.get(entry.target.id)?.setAttribute("aria-current", "location");
    }
  }, { rootMargin: "0px 0px -70% 0px" });
  for (const id of links.keys()) {
    const target = document.getElementById(id);
    if (target) seen.observe(target);
  }
}

// While somebody types in a search box: numbers, titles, organisations that begin so or hold it.
for (const box of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = box.id + "-offered";
  box.after(list);
  box.setAttribute("list", list.id);
  let waiting = 0;
  let asked = null;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked?.abort();
      const text = box.value.trim();
      if (!text) return list.replaceChildren();
      asked = new AbortController();
      try {
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: asked.signal });
        if (!answer.ok) return;
        list.replaceChildren(...(await answer.json()).map(offer => {
          const option = document.createElement("option");
          option.value = offer.text;
          option.label = offer.kind;
          return option;
        }));
      } catch {
        // Nobody misses an offer that did not come.
      }
    }, 120);
  });
}
