"use strict";
(() => {
  const make = (tag, text, set = {}) => Object.assign(document.createElement(tag), { textContent: text }, set);
  const words = document.getElementById("main").dataset;
  const comma = document.documentElement.lang.startsWith("nl");

  // Figures as text and back: what is heard or beside a figure is not part of it.
  const plain = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".heard").forEach((e) => e.remove());
    return copy.textContent.trim();
  };
  const value = (cell) => {
    const found = plain(cell).replace(/\u2212/g, "-").match(/^[<>]?(-?[\d.,]+)/);
    if (!found) return NaN;
    return Number(comma ? found[1].replace(/\./g, "").replace(",", ".") : found[1].replace(/,/g, ""));
  };

  // A heading of a table sorts its rows; the bases stay on top.
  const sort = (table, column, head) => {
    const down = head.getAttribute("aria-sort") !== "descending" && column > 0 || head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((e) => e.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].filter((r) => !r.classList.contains("base"));
    const before = (a, b) => {
      const [x, y] = [a.cells[column], b.cells[column]];
      if (column === 0) return x.textContent.localeCompare(y.textContent, document.documentElement.lang, { numeric: true });
      const [p, q] = [value(x), value(y)];
      if (Number.isNaN(p) || Number.isNaN(q)) return (Number.isNaN(p) - Number.isNaN(q)) * (down ? -1 : 1);
      return p - q;
    };
    rows.sort((a, b) => (down ? before(b, a) : before(a, b))).forEach((r) => body.append(r));
  };
  document.querySelectorAll(".numbered table").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = make("button", head.textContent, { type: "button", title: words.sort + " " + head.textContent });
      button.addEventListener("click", () => sort(table, column, head));
      head.replaceChildren(button);
    });
  });

  // Which tables of the appendix are seen.
  const tables = [...document.querySelectorAll(".numbered")];
  const controls = make("div", "", { className: "controls" });
  const filter = make("input", "", { type: "search" });
  const by = make("select", "");
  by.append(make("option", words.every, { value: "" }));
  new Set(tables.map((t) => t.dataset.by)).forEach((b) => by.append(make("option", b, { value: b })));
  [[words.filter, filter], [words.by, by]].forEach(([name, control]) => {
    const label = make("label", name + " ");
    label.append(control);
    controls.append(label);
  });
  const none = make("p", "");
  none.setAttribute("role", "status");
  controls.append(none);
  const show = () => {
    let seen = 0;
    tables.forEach((t) => {
      t.hidden = by.value !== "" && t.dataset.by !== by.value || !t.textContent.toLowerCase().includes(filter.value.toLowerCase());
      seen += t.hidden ? 0 : 1;
    });
    document.querySelectorAll("#appendix h3").forEach((h) => {
      let next = h.nextElementSibling, any = false;
      for (; next && next.tagName !== "H3"; next = next.nextElementSibling) any ||= !next.hidden;
      h.hidden = !any;
    });
    none.textContent = seen ? "" : words.none;
  };
  filter.addEventListener("input", show);
  by.addEventListener("change", show);
  document.querySelector("#appendix > p")?.after(controls);
  // A link to a table that is not seen shows all again.
  addEventListener("hashchange", () => {
    if (document.getElementById(location.hash.slice(1))?.hidden) {
      filter.value = by.value = "";
      show();
      document.getElementById(location.hash.slice(1)).scrollIntoView();
    }
  });

  // A figure and its data to take along.
  const save = (name, address) => {
    const a = make("a", "", { href: address, download: name });
    document.body.append(a);
    a.click();
    a.remove();
  };
  const rows = (table) => [...table.rows].map((r) => [...r.cells].map(plain));
  // A spreadsheet takes what begins with these for a formula.
  const field = (s) => {
    const safe = /^[=+\-@\t\r]/.test(s) ? "'" + s : s;
    return /[";,\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const drawing = (svg) => {
    const copy = svg.cloneNode(true);
    const box = svg.viewBox.baseVal;
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    copy.style.background = getComputedStyle(svg).backgroundColor;
    return [new XMLSerializer().serializeToString(copy), box];
  };
  const uri = (type, text) => "data:" + type + ";charset=utf-8," + encodeURIComponent(text);
  document.querySelectorAll("figure").forEach((figure) => {
    const { name } = figure.dataset;
    const table = figure.querySelector("table");
    const bar = make("div", "", { className: "controls" });
    const button = (text, act) => {
      const b = make("button", text, { type: "button" });
      const title = figure.querySelector(".number").textContent;
      b.setAttribute("aria-label", text + ", " + title);
      b.addEventListener("click", () => act(b));
      bar.append(b);
    };
    const svg = figure.querySelector(".wide svg");
    if (svg) {
      button(words.picture, () => {
        const [text, box] = drawing(svg);
        const image = new Image();
        image.onload = () => {
          const canvas = make("canvas", "", { width: 2 * box.width, height: 2 * box.height });
          canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
          save(name + ".png", canvas.toDataURL("image/png"));
        };
        image.src = uri("image/svg+xml", text);
      });
      button(words.drawing, () => save(name + ".svg", uri("image/svg+xml", drawing(svg)[0])));
    }
    const separator = comma ? ";" : ",";
    button(words.data, () => save(name + ".csv", uri("text/csv", "\ufeff" + rows(table).map((r) => r.map(field).join(separator)).join("\r\n"))));
    if (navigator.clipboard) {
      button(words.copy, (b) => navigator.clipboard.writeText(rows(table).map((r) => r.join("\t")).join("\n")).then(() => {
        b.textContent = words.copied;
        setTimeout(() => { b.textContent = words.copy; }, 2000);
      }));
    }
    figure.querySelector("details").after(bar);
  });

  // The data of a picture are folded; on paper nothing is.
  document.querySelectorAll("figure:has(svg) details").forEach((d) => { d.open = false; });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((d) => { d.open = false; }));
})();
