// The filter, and the older decisions: those beyond the first ones lie in the page as text, and are set in as they are asked for.
(function () {
  "use strict";
  var AT_ONCE = 500; // rows set in together: laid out in a tenth of a second or so
  var log = document.getElementById("log"), form = document.getElementById("filter"), rest = document.getElementById("rest");
  if (!form) return;
  var none = document.getElementById("none"), older = document.getElementById("older"), newer = document.getElementById("newer");
  var clear = form.querySelector("[type=reset]"), found = form.elements.found;
  var rows = null, view = null, counts = null, from = 0, to = log.querySelectorAll("li").length, waiting = 0;
  form.hidden = false;

  function plain(text) {
    return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&#34;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
  }

  function words(text) { return text.toLowerCase().replace(/\s+/g, " "); }

  // Every row, read once, when one is first asked for that is not shown.
  function read() {
    rows = Array.from(log.querySelectorAll("li"), function (row) {
      return {
        html: row.outerHTML, id: row.id, day: row.closest("section").dataset.day, coder: row.dataset.coder, action: row.dataset.action,
        standing: row.className !== "undone", words: words(row.textContent)
      };
    });
    // Text of ours, in which `<` is only ever our own: a browser that runs scripts does not read it as a page.
    var sections = rest ? rest.textContent.split('<section data-day="') : [];
    sections.slice(1).forEach(function (section) {
      var day = section.slice(0, section.indexOf('"'));
      section.split("<li ").slice(1).forEach(function (piece) {
        var html = "<li " + piece.slice(0, piece.indexOf("</li>")) + "</li>", tag = html.slice(0, html.indexOf(">"));
        var given = function (name) { return plain(tag.split(name + '="')[1].split('"')[0]); };
        rows.push({
          html: html, id: given(" id"), day: day, coder: given(" data-coder"), action: given(" data-action"),
          standing: !tag.includes(' class="undone"'), words: null
        });
      });
    });
    view = rows;
    count();
  }

  function count() {
    counts = new Map();
    view.forEach(function (one) { counts.set(one.day, (counts.get(one.day) || 0) + 1); });
  }

  function number(many) { return many.toLocaleString("en"); }

  function filled(first, last) {
    var box = document.createElement("div"), html = "", day = null;
    for (var at = first; at < last; at += 1) {
      if (view[at].day !== day) {
        html += day === null ? "" : "</ol></section>";
        day = view[at].day;
        html += '<section data-day="' + day + '"><h2>' + day + ' <span class="count">' + number(counts.get(day)) + "</span></h2><ol>";
      }
      html += view[at].html;
    }
    box.innerHTML = day === null ? "" : html + "</ol></section>";
    return Array.from(box.children);
  }

  function tell() {
    newer.hidden = from === 0;
    older.hidden = to >= (view || rows || []).length && (view !== null || !rest);
    none.hidden = view === null || view.length > 0;
  }

  // The rows of the view from `first` on, instead of those that are shown.
  function show(first, last) {
    from = first;
    to = Math.min(last, view.length);
    log.replaceChildren.apply(log, filled(from, to));
    tell();
  }

  function joined(before, after) {
    if (!before || !after || before.dataset.day !== after.dataset.day) return false;
    var list = before.querySelector("ol"), others = after.querySelector("ol");
    list.append.apply(list, Array.from(others.children));
    return true;
  }

  function forth() {
    if (!rows) read();
    var last = Math.min(to + AT_ONCE, view.length), added = filled(to, last);
    if (joined(log.lastElementChild, added[0])) added.shift();
    log.append.apply(log, added);
    to = last;
    tell();
  }

  function back() {
    var first = Math.max(from - AT_ONCE, 0), added = filled(first, from), next = log.firstElementChild;
    if (joined(added[added.length - 1], next)) next.remove();
    log.prepend.apply(log, added);
    from = first;
    tell();
  }

  function wanted() {
    var value = function (name) { return form.elements[name].value; };
    return {
      words: value("words").trim().toLowerCase().replace(/\s+/g, " "), coder: value("coder"), action: value("action"),
      since: value("since"), until: value("until"), standing: Boolean(form.elements.standing && form.elements.standing.checked)
    };
  }

  function fits(one, want) {
    if ((want.since && one.day < want.since) || (want.until && one.day > want.until)) return false;
    if ((want.coder && one.coder !== want.coder) || (want.action && one.action !== want.action)) return false;
    if (want.standing && !one.standing) return false;
    if (!want.words) return true;
    if (one.words === null) one.words = words(plain(one.html.replace(/<[^>]*>/g, "")));
    return one.words.includes(want.words);
  }

  function apply() {
    waiting = 0;
    if (!rows) read();
    var want = wanted(), active = Object.keys(want).some(function (name) { return want[name]; });
    view = active ? rows.filter(function (one) { return fits(one, want); }) : rows;
    count();
    show(0, AT_ONCE);
    found.textContent = active ? number(view.length) + " of " + number(rows.length) + " decisions" : number(rows.length) + " decisions";
    clear.hidden = !active;
  }

  // A link to a decision that is not shown, or put away by the filter, leads to it all the same.
  function follow() {
    var id = decodeURIComponent(location.hash.slice(1)), is = function (one) { return one.id === id; };
    if (!id || document.getElementById(id)) return;
    if (!rows) read();
    if (!rows.some(is)) return;
    if (!view.some(is)) { form.reset(); apply(); }
    var at = view.findIndex(is), row;
    show(Math.max(at - 20, 0), at + AT_ONCE);
    row = document.getElementById(id);
    row.classList.add("sought"); // set in after the address changed, it is no `:target`
    row.scrollIntoView();
  }

  function fit() {
    var sticky = getComputedStyle(form).position === "sticky";
    document.documentElement.style.setProperty("--bar", (sticky ? form.offsetHeight : 0) + "px");
  }

  function soon() { clearTimeout(waiting); waiting = setTimeout(apply, 120); }
  form.addEventListener("input", soon);
  clear.addEventListener("click", function () { setTimeout(apply); }); // when the fields are as they were
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  older.addEventListener("click", forth);
  newer.addEventListener("click", back);
  if (window.IntersectionObserver) new IntersectionObserver(function (seen) {
    if (seen[seen.length - 1].isIntersecting && !older.hidden) forth();
  }, { rootMargin: "600px" }).observe(older);
  addEventListener("hashchange", follow);
  addEventListener("resize", fit);
  addEventListener("beforeprint", function () { if (!rows) read(); show(0, view.length); });
  fit();
  tell();
  follow();
})();
