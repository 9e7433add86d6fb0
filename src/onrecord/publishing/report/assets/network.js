// The network: where an actor stands when it is pointed at, its neighbours alone, moved nodes, the least weight of a tie.
(function () {
  "use strict";
  var net = document.getElementById("net");
  if (!net) return;
  var pane = net.querySelector("[data-net-pane]"), svg = pane.querySelector("svg");
  var panel = net.querySelector("[data-net-panel]"), idle = panel.innerHTML;
  var slider = net.querySelector("input[type=range]"), count = net.querySelector("output");
  var reset = net.querySelector("[data-net-reset]");
  var steps = slider.dataset.steps.split(" ").map(Number), first = slider.value;
  var box = svg.viewBox.baseVal;
  var touched = false, kept = null, here = null, zoom = 1;

  var nodes = Array.from(svg.querySelectorAll("[data-node]")).map(function (group, number) {
    var at = group.transform.baseVal.getItem(0).matrix;
    return {
      number: number, group: group, name: svg.querySelector('[data-name="' + number + '"]'), ties: [],
      x: at.e, y: at.f, homeX: at.e, homeY: at.f, wideX: at.e, wideY: at.f, radius: Number(group.querySelector("circle").getAttribute("r")),
      about: net.querySelector('[data-actor="' + number + '"]')
    };
  });
  var ties = Array.from(svg.querySelectorAll(".net-ties line")).map(function (line) {
    var tie = {
      line: line, one: nodes[line.dataset.one], other: nodes[line.dataset.other],
      size: Number(line.dataset.size), amount: line.dataset.amount, first: !line.classList.contains("weak")
    };
    tie.one.ties.push(tie);
    tie.other.ties.push(tie);
    return tie;
  });

  function shown(tie) { return touched ? tie.size >= steps[slider.value] - 1e-9 : tie.first; }
  function across(tie, node) { return tie.one === node ? tie.other : tie.one; }
  function words(node) { return node.about.querySelector(".name").textContent; }

  // What is drawn: by weight, and around the actor that was chosen.
  function draw() {
    var near = new Set(), drawn = 0;
    if (kept) {
      near.add(kept);
      kept.ties.forEach(function (tie) { if (shown(tie)) near.add(across(tie, kept)); });
    }
    ties.forEach(function (tie) {
      var on = shown(tie);
      drawn += on;
      tie.line.classList.toggle("weak", !on);
      tie.line.classList.toggle("aside", Boolean(kept) && tie.one !== kept && tie.other !== kept);
    });
    nodes.forEach(function (node) {
      var away = Boolean(kept) && !near.has(node);
      node.group.classList.toggle("aside", away);
      node.name.classList.toggle("aside", away);
      node.group.classList.toggle("kept", node === kept);
      node.group.setAttribute("aria-pressed", String(node === kept));
    });
    count.textContent = (touched ? steps[slider.value] + " or more: " : "") + drawn + " of " + ties.length + " ties drawn";
    reset.disabled = !touched && !kept && zoom === 1 && nodes.every(function (node) {
      return node.x === node.homeX && node.y === node.homeY;
    });
  }

  function add(parent, tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  function tell(node) {
    panel.textContent = "";
    Array.from(node.about.children).forEach(function (part) { panel.appendChild(part.cloneNode(true)); });
    var drawn = node.ties.filter(shown).sort(function (one, other) { return other.size - one.size; });
    var more = node.ties.length - drawn.length;
    var tied = add(panel, "div", "tied", drawn.length ? "Tied to" + (more ? " (" + more + " weaker not drawn)" : "") : "No tie is drawn" + (more ? "; " + more + " weaker" : ""));
    var list = add(tied, "ol");
    drawn.slice(0, 12).forEach(function (tie) {
      var line = add(list, "li");
      add(line, "bdi", "", words(across(tie, node)));
      add(line, "span", tie.amount[0] === "-" ? "opposes" : "", tie.amount.replace("-", "−"));
    });
    if (drawn.length > 12) add(tied, "p", "", "and " + (drawn.length - 12) + " more");
    add(panel, "button", "", "Show its statements").dataset.source = words(node);
  }

  function point(node) {
    if (here) { here.group.classList.remove("here"); here.name.classList.remove("here"); }
    here = node;
    if (node) { node.group.classList.add("here"); node.name.classList.add("here"); tell(node); }
    else if (kept) tell(kept);
    else panel.innerHTML = idle; // our own words, as they stood
  }

  function keep(node) { kept = node === kept ? null : node; draw(); if (here) tell(here); else point(null); }

  function move(node, x, y) {
    node.x = Math.min(Math.max(x, node.radius), box.width - node.radius);
    node.y = Math.min(Math.max(y, node.radius), box.height - node.radius);
    var at = "translate(" + node.x + " " + node.y + ")";
    node.group.setAttribute("transform", at);
    node.name.setAttribute("transform", at);
    node.ties.forEach(function (tie) {
      tie.line.setAttribute("x1", tie.one.x); tie.line.setAttribute("y1", tie.one.y);
      tie.line.setAttribute("x2", tie.other.x); tie.line.setAttribute("y2", tie.other.y);
    });
  }

  function nodeAt(event) {
    var group = event.target.closest && event.target.closest("[data-node]");
    return group ? nodes[group.dataset.node] : null;
  }

  // Pointer: hover tells, a drag moves, a click that did not move keeps.
  var held = null;
  function place(event) {
    var matrix = svg.getScreenCTM().inverse();
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  }
  svg.addEventListener("pointerover", function (event) { if (!held) { var node = nodeAt(event); if (node) point(node); } });
  svg.addEventListener("pointerout", function (event) { if (!held && nodeAt(event) && event.pointerType === "mouse") point(null); });
  svg.addEventListener("pointerdown", function (event) {
    var node = event.button === 0 && nodeAt(event);
    if (!node) return;
    var at = place(event);
    held = { node: node, dx: node.x - at.x, dy: node.y - at.y, x: event.clientX, y: event.clientY, moved: false };
    node.group.setPointerCapture(event.pointerId);
    point(node);
  });
  svg.addEventListener("pointermove", function (event) {
    if (!held) return;
    if (Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) > 4) held.moved = true;
    if (!held.moved) return;
    var at = place(event);
    move(held.node, at.x + held.dx, at.y + held.dy);
  });
  svg.addEventListener("pointerup", function () {
    if (!held) return;
    var one = held;
    held = null;
    if (one.moved) draw(); else keep(one.node);
  });
  svg.addEventListener("pointercancel", function () { held = null; });
  svg.addEventListener("click", function (event) { if (!nodeAt(event) && kept) { kept = null; draw(); point(null); } });

  // Keyboard: one stop, arrows go to the nearest actor that way.
  var ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function nearest(from, way) {
    var best = null, least = Infinity;
    nodes.forEach(function (node) {
      var dx = node.x - from.x, dy = node.y - from.y;
      var ahead = dx * way[0] + dy * way[1], beside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (node !== from && ahead > 1 && ahead + 2 * beside < least) { best = node; least = ahead + 2 * beside; }
    });
    return best;
  }
  function stop(node) {
    nodes.forEach(function (each) { each.group.setAttribute("tabindex", each === node ? "0" : "-1"); });
  }
  svg.addEventListener("focusin", function (event) { var node = nodeAt(event); if (node) { stop(node); point(node); } });
  svg.addEventListener("focusout", function () { if (!held) point(null); });
  svg.addEventListener("keydown", function (event) {
    var node = nodeAt(event), way = ways[event.key];
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    if (way && event.shiftKey) { move(node, node.x + 12 * way[0], node.y + 12 * way[1]); draw(); }
    else if (way) { var next = nearest(node, way); if (next) next.group.focus(); }
    else if (event.key === "Enter" || event.key === " ") keep(node);
    else if (event.key === "Escape" && kept) { kept = null; draw(); tell(node); }
    else return;
    event.preventDefault();
  });

  // Where the pane is narrower than the names can bear, the drawing is made upright: as much room, of the pane's width.
  var LEGIBLE = 1.15, NARROW = 736;
  var wide = { width: box.width, height: box.height };
  function upright(width) {
    var across = width * LEGIBLE, down = wide.width * wide.height / across * 1.1;
    var top = Math.min.apply(null, nodes.map(function (node) { return node.wideY; }));
    nodes.forEach(function (node) {
      var half = node.half = Math.min(node.name.getBBox().width, across) / 2;
      node.homeX = Math.min(Math.max(node.wideX / wide.width * across, half), across - half);
      node.homeY = (node.wideY - top) / wide.height * down;
    });
    box.width = across;
    box.height = apart();
  }
  // From above to below each takes the first height at which neither its circle nor its name covers another's.
  function apart() {
    var placed = [], lowest = 0;
    nodes.slice().sort(function (one, other) { return one.homeY - other.homeY; }).forEach(function (node) {
      var top = node.radius + 4, bottom = node.name.getBBox().height + node.radius + 8, moved = true;
      node.homeY = Math.max(node.homeY, top);
      while (moved) {
        moved = placed.some(function (other) {
          var beside = Math.abs(node.homeX - other.node.homeX) >= Math.max(node.half, node.radius) + Math.max(other.node.half, other.node.radius) + 4;
          if (beside || node.homeY - top >= other.node.homeY + other.bottom || node.homeY + bottom <= other.node.homeY - other.top) return false;
          node.homeY = other.node.homeY + other.bottom + top + 1;
          return true;
        });
      }
      placed.push({ node: node, top: top, bottom: bottom });
      lowest = Math.max(lowest, node.homeY + bottom);
    });
    return lowest;
  }
  function fit() {
    var width = pane.clientWidth, narrow = width > 0 && width < NARROW;
    if (!narrow && !("narrow" in svg.dataset)) return;
    if (narrow) { svg.dataset.narrow = ""; upright(width); }
    else {
      delete svg.dataset.narrow;
      box.width = wide.width; box.height = wide.height;
      nodes.forEach(function (node) { node.homeX = node.wideX; node.homeY = node.wideY; });
    }
    svg.setAttribute("width", box.width);
    svg.setAttribute("height", box.height);
    nodes.forEach(function (node) { move(node, node.homeX, node.homeY); });
  }
  var fitted = 0;
  window.addEventListener("resize", function () {
    if (pane.clientWidth !== fitted) { fitted = pane.clientWidth; fit(); spread(); draw(); }
  });

  slider.addEventListener("input", function () { touched = true; draw(); if (here || kept) tell(here || kept); });
  function spread() {
    if (zoom === 1) { svg.style.width = ""; delete svg.dataset.zoomed; return; }
    svg.dataset.zoomed = "";
    svg.style.width = Math.round(Math.max(pane.clientWidth, 320) * zoom) + "px";
  }
  net.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.zoom) {
      zoom = Math.min(4, Math.max(.5, zoom * (button.dataset.zoom === "1" ? 1.25 : .8)));
      if (Math.abs(zoom - 1) < .01) zoom = 1;
      spread(); draw();
    } else if (button === reset) {
      touched = false; kept = null; zoom = 1; slider.value = first;
      nodes.forEach(function (node) { move(node, node.homeX, node.homeY); });
      spread(); draw(); point(null);
    } else if (button.dataset.source) {
      var form = document.getElementById("filter");
      form.elements.source.value = button.dataset.source;
      form.dispatchEvent(new Event("input"));
      document.getElementById("articles").scrollIntoView();
    }
  });

  svg.setAttribute("role", "group");
  pane.setAttribute("tabindex", "-1");
  nodes.forEach(function (node) {
    node.group.setAttribute("role", "button");
    node.group.querySelector("title").remove(); // the panel says it at once
  });
  if (nodes.length) stop(nodes[0]);
  fitted = pane.clientWidth;
  fit();
  draw();
})();
