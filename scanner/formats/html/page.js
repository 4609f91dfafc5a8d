// What the page can do beyond being read: filters, copy buttons, light and dark. Nothing here makes markup of text.
(() => {
  "use strict";
  const one = (selector, of = document) => of.querySelector(selector);
  const all = (selector, of = document) => [...of.querySelectorAll(selector)];
  const say = (text) => { one("#said").textContent = text; };

  // Light and dark: as the system has it, until somebody chooses.
  const root = document.documentElement;
  const kept = (value) => {
    try {
      if (value) localStorage.setItem("akia-theme", value);
      return localStorage.getItem("akia-theme");
    } catch { return null; } // a page from a file may have no storage
  };
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  if (["light", "dark"].includes(kept())) root.dataset.theme = kept();
  const theme = one("#theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    kept(root.dataset.theme);
    say(`${root.dataset.theme} colours`);
  });

  // Copy buttons.
  const copied = async (block, text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // not allowed here: the older way
      getSelection().selectAllChildren(one("code", block));
      if (!document.execCommand("copy")) return false;
      getSelection().removeAllRanges();
    }
    return true;
  };
  for (const block of all("pre")) {
    const text = one("code", block).textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the command");
    button.addEventListener("click", async () => {
      const done = await copied(block, text);
      button.textContent = done ? "Copied" : "Select it";
      block.classList.toggle("copied", done);
      say(done ? "Copied." : "It could not be copied.");
      setTimeout(() => { button.textContent = "Copy"; block.classList.remove("copied"); }, 2000);
    });
    block.prepend(button);
  }

  // What is open. A link to a finding opens it; paper shows everything.
  const findings = all(".finding");
  const open = (item, on) => { one("details", item).open = on; };
  const follow = () => {
    const item = findings.find((finding) => `#${finding.id}` === location.hash);
    if (item) { open(item, true); item.scrollIntoView(); }
  };
  addEventListener("hashchange", follow);
  follow();
  let before = [];
  addEventListener("beforeprint", () => { before = all("details:not([open])"); before.forEach((part) => { part.open = true; }); });
  addEventListener("afterprint", () => before.forEach((part) => { part.open = false; }));

  // Filters.
  const filters = one("#filters");
  if (!filters) return;
  const choices = all("select", filters);
  const search = one("#search");
  const texts = new Map(findings.map((item) => [item, item.textContent.toLowerCase()]));
  const fits = (item) =>
    choices.every((choice) => !choice.value || item.dataset[choice.name] === choice.value)
    && search.value.toLowerCase().split(/\s+/).every((word) => texts.get(item).includes(word));
  const filter = () => {
    findings.forEach((item) => { item.hidden = !fits(item); });
    const shown = findings.filter((item) => !item.hidden).length;
    one("#shown").textContent = `${shown} of ${findings.length} shown`;
    one("#nothing").hidden = shown > 0;
  };
  filters.hidden = false;
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  const visible = () => findings.filter((item) => !item.hidden);
  one("#expand").addEventListener("click", () => visible().forEach((item) => open(item, true)));
  one("#collapse").addEventListener("click", () => visible().forEach((item) => open(item, false)));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    search.focus();
  });
  filter();
})();
