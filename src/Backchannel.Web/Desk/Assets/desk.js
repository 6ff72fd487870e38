// Nothing here is needed to read or judge: it submits filters, moves the time slider, takes dropped files, follows a reading, remembers where one was.
(() => {
  for (const form of document.querySelectorAll("form[data-submits]"))
    for (const select of form.querySelectorAll("select, input[type=checkbox]")) select.addEventListener("change", () => form.requestSubmit());

  // Empty fields do not belong into an address that somebody will share.
  for (const form of document.querySelectorAll("form[method=get]"))
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    });
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });

  const slider = document.querySelector(".slider");
  if (slider && slider.dataset.months) {
    const months = slider.dataset.months.split(" ");
    const [from, to] = slider.querySelectorAll("input");
    const output = slider.querySelector("output");
    const move = () => {
      if (+from.value > +to.value) to.value = from.value;
      const [first, last] = [months[+from.value], months[+to.value]];
      const whole = +from.value === 0 && +to.value === months.length - 1;
      output.textContent = first + " – " + last;
      for (const edge of document.querySelectorAll("svg a[data-when]")) {
        const spans = edge.dataset.when.split(" ").filter(Boolean);
        const holds = whole || spans.some((span) => { const [a, b] = span.split("/"); return a <= last && b >= first; });
        edge.classList.toggle("away", !holds);
      }
    };
    for (const input of [from, to]) input.addEventListener("input", move);
    slider.hidden = false;
    move();
  }

  const reading = document.querySelector("[data-events]");
  if (reading) {
    const events = new EventSource(reading.dataset.events);
    events.addEventListener("progress", (event) => {
      const { progress } = JSON.parse(event.data);
      const bar = reading.querySelector("progress");
      bar.max = progress.total || 1;
      bar.value = progress.done;
      reading.querySelector("span").textContent = progress.done + " / " + progress.total;
    });
    events.addEventListener("done", () => { events.close(); location.reload(); });
  }

  const drop = document.querySelector(".drop");
  if (drop) {
    const input = drop.querySelector("input");
    for (const name of ["dragover", "dragleave", "drop"])
      drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.toggle("over", name === "dragover"); });
    drop.addEventListener("drop", (event) => { input.files = event.dataTransfer.files; });
  }

  const open = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target; box; box = box.parentElement?.closest("details")) if (box.tagName === "DETAILS") box.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => { for (const row of document.querySelectorAll("details.claim")) row.open = true; });
  open();

  // "/" goes to the search, j and k from row to row, as desks of this kind do.
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "/") { event.preventDefault(); document.querySelector(".seek input").focus(); }
    if (event.key !== "j" && event.key !== "k") return;
    const rows = [...document.querySelectorAll("details.claim > summary")];
    const at = rows.indexOf(document.activeElement);
    rows[event.key === "j" ? Math.min(rows.length - 1, at + 1) : Math.max(0, at - 1)]?.focus();
  });
})();
