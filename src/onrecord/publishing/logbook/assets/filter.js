// The filter: decisions that do not fit are put away, and days without one.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var none = document.getElementById("none"), clear = form.querySelector("[type=reset]"), found = form.elements.found;
  var days = null, total = 0, waiting = 0;
  form.hidden = false;

  // Read once from the page, when the filter is first used: each day with its rows.
  function read() {
    days = Array.from(document.querySelectorAll("#log > section"), function (section) {
      var rows = Array.from(section.querySelectorAll("li"), function (row) {
        return {
          row: row, coder: row.dataset.coder, action: row.dataset.action, standing: row.className !== "undone",
          words: row.textContent.toLowerCase().replace(/\s+/g, " ")
        };
      });
      total += rows.length;
      return { section: section, day: section.dataset.day, count: section.querySelector(".count"), rows: rows };
    });
  }

  function wanted() {
    var value = function (name) { return form.elements[name].value; };
    return {
      words: value("words").trim().toLowerCase().replace(/\s+/g, " "), coder: value("coder"), action: value("action"),
      since: value("since"), until: value("until"), standing: Boolean(form.elements.standing && form.elements.standing.checked)
    };
  }

  function fits(one, want) {
    return (!want.coder || one.coder === want.coder) && (!want.action || one.action === want.action) &&
      (!want.standing || one.standing) && (!want.words || one.words.includes(want.words));
  }

  function number(count) { return count.toLocaleString("en"); }

  function apply() {
    waiting = 0;
    if (!days) read();
    var want = wanted(), shown = 0;
    days.forEach(function (each) {
      var inside = (!want.since || each.day >= want.since) && (!want.until || each.day <= want.until), count = 0;
      if (inside) each.rows.forEach(function (one) {
        var keep = fits(one, want);
        if (one.row.hidden === keep) one.row.hidden = !keep;
        if (keep) count += 1;
      });
      each.section.hidden = !count;
      each.count.textContent = number(count);
      shown += count;
    });
    var active = Object.keys(want).some(function (name) { return want[name]; });
    found.textContent = active ? number(shown) + " of " + number(total) + " decisions" : number(total) + " decisions";
    clear.hidden = !active;
    none.hidden = shown > 0;
  }

  // A link to a decision that is put away shows them all again.
  function follow() {
    var row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !(row.hidden || row.closest("[hidden]"))) return;
    form.reset();
    apply();
    row.scrollIntoView();
  }

  function fit() {
    var sticky = getComputedStyle(form).position === "sticky";
    document.documentElement.style.setProperty("--bar", (sticky ? form.offsetHeight : 0) + "px");
  }

  function soon() { if (!waiting) waiting = setTimeout(apply, 120); }
  form.addEventListener("input", soon);
  form.addEventListener("reset", function () { setTimeout(apply); });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  addEventListener("hashchange", follow);
  addEventListener("resize", fit);
  fit();
})();
