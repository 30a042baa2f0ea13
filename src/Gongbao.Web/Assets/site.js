// Pages work without this file. It adds two comforts: buttons that copy a citation, and the mark on the outline entry being read.

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
