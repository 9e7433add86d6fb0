// The page's own furniture: the theme button, and links that open what they lead into.
(function () {
  "use strict";
  var root = document.documentElement;
  var order = ["automatic", "light", "dark"];
  var button = document.querySelector("[data-theme-button]");
  var name = document.querySelector("[data-theme-name]");

  function show() { name.textContent = root.dataset.theme || "automatic"; }

  button.addEventListener("click", function () {
    var next = order[(order.indexOf(root.dataset.theme || "automatic") + 1) % order.length];
    if (next === "automatic") delete root.dataset.theme; else root.dataset.theme = next;
    try { localStorage.setItem("onrecord-theme", next); } catch (error) { /* see theme.js */ }
    show();
  });
  show();

  function unfold() {
    var aim = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var at = aim; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (aim && aim.offsetParent !== null) aim.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();
})();
