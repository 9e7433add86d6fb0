// The parts of a statement, wherever they stand: shown together when one of them is pointed at.
var onrecord = (function () {
  "use strict";
  var shown = [];

  function refs(element) {
    var of = element.closest("[data-s]");
    if (of) return of.dataset.s.split(" ").map(function (token) { return token.slice(1); });
    of = element.closest(".note") || element.closest("[data-at]");
    return of ? [of.dataset.ref || of.dataset.at] : [];
  }

  function parts(article, ref) {
    var names = ["c", "q", "s"].map(function (letter) { return '[data-s~="' + letter + ref + '"]'; });
    return article.querySelectorAll(names.join());
  }

  function note(article, ref) { return article.querySelector('.note[data-ref="' + ref + '"]'); }

  function clear() {
    shown.forEach(function (element) { element.classList.remove("on", "on-c", "on-q", "on-s"); });
    shown = [];
  }

  function trace(article, ref) {
    clear();
    parts(article, ref).forEach(function (element) {
      element.dataset.s.split(" ").forEach(function (token) {
        if (token.slice(1) === ref) element.classList.add("on-" + token[0]);
      });
      shown.push(element);
    });
    var beside = note(article, ref);
    if (beside) { beside.classList.add("on"); shown.push(beside); }
  }

  function point(event) {
    var article = event.target.closest && event.target.closest(".article");
    var found = article ? refs(event.target) : [];
    if (found.length) trace(article, found[0]); else clear();
  }
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);

  return { refs: refs, note: note, trace: trace };
})();
