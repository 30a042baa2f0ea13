// The search page works without this file. It adds what is offered while somebody types: numbers, titles, organisations.

const box = document.querySelector("input[data-suggest]");
if (box && "HTMLDataListElement" in window) {
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
