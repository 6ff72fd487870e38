(() => {
  const rows = [...document.querySelectorAll("details.claim")];
  const text = document.getElementById("find");
  const family = document.getElementById("family");
  const standing = document.getElementById("standing");
  const count = document.getElementById("count");
  const fold = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map(rows.map((row) => [row, fold(row.dataset.names)]));
  const filter = () => {
    const wanted = fold(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const holds =
        (!family.value || row.dataset.family === family.value) &&
        (!standing.value || row.dataset.standing === standing.value) &&
        wanted.every((word) => words.get(row).includes(word));
      row.hidden = !holds;
      if (holds) shown++;
    }
    for (const head of document.querySelectorAll("[data-group]"))
      head.hidden = !rows.some((row) => !row.hidden && row.dataset.family === head.dataset.group);
    count.textContent = shown + " of " + rows.length;
  };
  for (const control of [text, family, standing]) control.addEventListener("input", filter);
  document.querySelector(".filter").hidden = false;
  filter();
  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target; box; box = box.parentElement?.closest("details")) if (box.tagName === "DETAILS") box.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => { for (const row of rows) row.open = true; });
  open();
})();
