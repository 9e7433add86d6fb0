// Runs before anything is drawn, so that a chosen theme does not flash.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var kept = localStorage.getItem("onrecord-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch (error) { /* a page opened from disk may have no storage: the theme then lasts as long as the page */ }
})();
