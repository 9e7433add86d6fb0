// The card of a statement: who, how, how sure; opened by a click on any of its parts, closed by Escape.
(function () {
  "use strict";
  var card = document.getElementById("card");
  var before = null;

  function add(parent, tag, name, words) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (words) element.textContent = words;
    parent.appendChild(element);
    return element;
  }

  function close() {
    card.hidden = true;
    if (before) before.focus({ preventScroll: true });
    before = null;
  }

  function fill(article, note, ref, others) {
    card.textContent = "";
    add(card, "button", "close", "×").setAttribute("aria-label", "Close");
    add(card, "p", "name", note.querySelector("bdi").textContent);
    var facts = add(card, "p", "facts");
    if (note.dataset.source) facts.append("“" + note.dataset.source + "” in the text · ");
    add(facts, "i", "kind " + note.dataset.kind);
    var unchecked = "unchecked" in note.dataset;
    var sure = unchecked ? "added by a second reader, not checked" : note.dataset.sure + "% sure";
    facts.append(" " + note.dataset.kind + ", " + note.dataset.act + ", " + sure + " · " + article.dataset.outlet);
    if (!unchecked) {
      var meter = add(card, "meter");
      meter.max = 100;
      meter.value = Number(note.dataset.sure);
      meter.setAttribute("aria-label", "Confidence");
    }
    add(add(card, "div", "actions"), "button", "copy", "Copy link").dataset.link = note.getAttribute("href");
    if (!others.length) return;
    var list = add(card, "div", "others", "Also part of");
    others.forEach(function (other) {
      var beside = onrecord.note(article, other);
      if (beside) add(list, "button", "other", beside.querySelector("bdi").textContent).dataset.other = other;
    });
  }

  function place(at) {
    card.hidden = false;
    var box = at.getBoundingClientRect();
    var left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    card.style.left = Math.max(8, left) + window.scrollX + "px";
    card.style.top = box.bottom + window.scrollY + 8 + "px";
  }

  function open(article, at, ref, others) {
    var note = onrecord.note(article, ref);
    if (!note) return;
    onrecord.trace(article, ref);
    fill(article, note, ref, others);
    card.dataset.article = article.id;
    place(at);
  }

  function copy(button) {
    var link = location.href.split("#")[0] + button.dataset.link;
    var done = function () { button.textContent = "Copied"; };
    if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, function () { location.hash = button.dataset.link; });
    else location.hash = button.dataset.link;
  }

  document.addEventListener("click", function (event) {
    var target = event.target;
    if (target.closest(".card")) {
      if (target.className === "close") close();
      else if (target.className === "copy") copy(target);
      else if (target.className === "other") open(document.getElementById(card.dataset.article), card, target.dataset.other, []);
      return;
    }
    var span = target.closest("[data-s]");
    if (!span) { if (!card.hidden) close(); return; }
    var found = Array.from(new Set(onrecord.refs(span)));
    open(span.closest(".article"), span, found[0], found.slice(1));
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !card.hidden) close(); });
})();
