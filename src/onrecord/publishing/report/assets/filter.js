// The filter: statements that do not fit lose their marks, articles and sources without one are put away.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  var found = form.elements.found, least = form.elements.least;
  var clear = form.querySelector("[type=reset]"), more = form.querySelector(".open-filters");
  var known = null, waiting = 0;

  // Read once from the page, when the filter is first used: what each statement says, of whom, in which article.
  function statements() {
    if (known) return known;
    known = new Map();
    document.querySelectorAll(".note").forEach(function (note) {
      known.set(note.dataset.ref, {
        note: note, article: note.closest(".article"), kind: note.dataset.kind,
        speech: "worded" in note.dataset, sure: Number(note.dataset.sure),
        source: (note.querySelector("bdi").textContent + " " + (note.dataset.source || "")).toLowerCase(), words: "", keep: true
      });
    });
    document.querySelectorAll("[data-s]").forEach(function (span) {
      span.dataset.s.split(" ").forEach(function (token) {
        var one = token[0] === "c" && known.get(token.slice(1));
        if (one) one.words += span.textContent.toLowerCase();
      });
    });
    return known;
  }

  function wanted() {
    var value = function (name) { return form.elements[name].value; };
    return {
      words: value("words").trim().toLowerCase(), outlet: value("outlet"), source: value("source").trim().toLowerCase(),
      kind: value("kind"), speech: form.elements.speech.checked, sure: Number(value("sure"))
    };
  }

  function fits(one, want) {
    return (!want.kind || one.kind === want.kind) && one.sure >= want.sure &&
      (!want.speech || one.speech) &&
      (!want.outlet || one.article.dataset.outlet === want.outlet) &&
      (!want.source || one.source.includes(want.source)) &&
      (!want.words || (one.words + " " + one.source).includes(want.words));
  }

  function keep(ref) { var one = known.get(ref); return !one || one.keep; }

  function apply() {
    waiting = 0;
    var want = wanted(), all = statements(), count = 0, alive = new Set();
    var active = Boolean(want.words || want.outlet || want.source || want.kind || want.speech || want.sure);
    all.forEach(function (one) {
      one.keep = fits(one, want);
      one.note.parentElement.hidden = !one.keep;
      if (one.keep) { count += 1; alive.add(one.article.dataset.article); }
    });
    document.querySelectorAll("[data-s]").forEach(function (span) {
      span.classList.toggle("off", !span.dataset.s.split(" ").some(function (token) { return keep(token.slice(1)); }));
    });
    document.querySelectorAll("[data-at]").forEach(function (at) { at.classList.toggle("off", !keep(at.dataset.at)); });
    document.querySelectorAll(".article").forEach(function (article) {
      article.hidden = active && !alive.has(article.dataset.article);
    });
    document.querySelectorAll("[data-mark]").forEach(function (mark) {
      mark.classList.toggle("off", active && !alive.has(mark.dataset.mark));
    });
    document.querySelectorAll(".index .source").forEach(function (row) {
      var lines = Array.from(row.querySelectorAll("li"));
      lines.forEach(function (line) { line.hidden = !keep(line.dataset.ref); });
      row.hidden = lines.every(function (line) { return line.hidden; });
    });
    least.textContent = want.sure ? want.sure + "% up" : "any";
    found.textContent = active ? count + " of " + all.size + " statements" : all.size + " statements";
    clear.hidden = !active;
  }

  function soon() { if (!waiting) waiting = setTimeout(apply, 120); }
  form.addEventListener("input", soon);
  form.addEventListener("reset", function () { setTimeout(apply); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  more.addEventListener("click", function () {
    more.setAttribute("aria-expanded", String(form.classList.toggle("open")));
  });
})();
