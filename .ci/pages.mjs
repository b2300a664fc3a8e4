// Checks web pages as their readers meet them, in Chromium: accessibility (axe),
// valid HTML (html-validate), reflow, keyboard, forced colours, wider text,
// nothing fetched, with and without script, and on paper. The Nu checker runs
// beside it. Usage: node pages.mjs MODULES PAGE... [--hostile PAGE...]; exits 1 on any
// finding. Pages of a hostile survey are checked for what runs or is fetched.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import path from "node:path";

const [modules, ...given] = process.argv.slice(2);
const cut = given.includes("--hostile") ? given.indexOf("--hostile") : given.length;
const pages = given.slice(0, cut), hostile = given.slice(cut + 1);
const require = createRequire(path.resolve(modules, "node_modules", "x.js"));
const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const findings = [];
const found = (page, what) => findings.push(path.basename(page) + ": " + what);

const browser = await chromium.launch({
  executablePath: process.env.BENCHMARK_BROWSER || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

// open shows a page, and tells of everything that it fetches or complains of.
async function open(file, { width = 1280, script = true, ...more } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, bypassCSP: false, ...more });
  const page = await context.newPage();
  page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:") && r.url() !== "about:blank") found(file, "fetches " + r.url()); });
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) found(file, "console: " + m.text()); });
  page.on("pageerror", (e) => found(file, "script: " + e.message));
  await page.goto("file://" + path.resolve(file));
  return { page, close: () => context.close() };
}

const overflows = (page) => page.evaluate(() => {
  const wide = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    for (const e of document.querySelectorAll("body *")) {
      const box = e.getBoundingClientRect();
      if (box.right > document.documentElement.clientWidth + 1 && !e.closest(".scroll, svg, .skip")) wide.push(e.tagName + "." + e.className + "#" + e.id);
    }
    wide.push("the page");
  }
  return wide.slice(0, 5);
});

// smallest is the height in pixels of the smallest letter of the charts that are seen.
const smallest = (page) => page.evaluate(() => Math.min(...[...document.querySelectorAll("figure svg")]
  .filter((s) => s.getBoundingClientRect().width > 0)
  .flatMap((s) => [...s.querySelectorAll("text")].map((t) => t.getAttribute("font-size") * s.getBoundingClientRect().width / s.viewBox.baseVal.width))));

async function checkAxe(file, options) {
  const { page, close } = await open(file, options);
  await page.evaluate(axe); // by the debugger, which the page's own policy does not hold
  const result = await page.evaluate(async () => {
    const r = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"], resultTypes: ["violations"] });
    return { passes: r.passes.length, violations: r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.target + " " + n.failureSummary).join(" | ")) };
  });
  if (result.passes < 20) found(file, `axe passed only ${result.passes} rules: it did not look at the page`);
  for (const v of result.violations) found(file, `axe at ${options?.width ?? 1280} px: ${v}`);
  await close();
  return result.passes;
}

async function checkKeyboard(file) {
  const { page, close } = await open(file);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => [document.activeElement.getAttribute("href"), document.activeElement.getBoundingClientRect().left]);
  if (first[0] !== "#main" || first[1] < 0) found(file, "the first stop of the keyboard is not a visible link to the content: " + first);
  await page.keyboard.press("Enter");
  if (await page.evaluate(() => document.activeElement.id) !== "main") found(file, "the first link does not lead to the content");
  await page.goto("about:blank"); // so that the keyboard begins at the top again
  await page.goto("file://" + path.resolve(file));
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) => e.checkVisibility());
    all.forEach((e, i) => { e.dataset.stop = i; });
    return all.length;
  });
  let last = -1;
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press("Tab");
    const [stop, outlined, name] = await page.evaluate(() => {
      const e = document.activeElement, style = getComputedStyle(e);
      return [Number(e.dataset.stop ?? -1), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, e.tagName + " " + e.textContent.slice(0, 40)];
    });
    if (i > 0 && stop !== last + 1) { found(file, `the keyboard goes from stop ${last} to ${stop} (${name})`); break; }
    if (!outlined) { found(file, "focus is not seen on " + name); break; }
    last = stop;
  }
  await close();
  return stops;
}

async function checkControls(file) {
  const { page, close } = await open(file);
  for (const d of await page.$$("figure details")) await d.evaluate((e) => { e.open = true; });
  const figures = await page.$$("figure");
  for (const which of figures.length > 0 ? [0, 1, 2] : []) {
    const [download] = await Promise.all([page.waitForEvent("download", { timeout: 10000 }), page.locator("figure .controls").first().locator("button").nth(which).click()]);
    const data = readFileSync(await download.path());
    const csv = download.suggestedFilename().endsWith(".csv");
    if (csv ? data.toString().trim().split("\n").length < 2 : data.length < 50) found(file, download.suggestedFilename() + " is empty");
  }
  if (await page.locator("#appendix").count() === 0) { // a list of reports, or the report of one organisation
    await close();
    return figures.length;
  }
  const table = page.locator(".numbered table").nth(1);
  await table.locator("thead button").nth(1).click();
  if (await table.locator("th[aria-sort=descending]").count() !== 1) found(file, "a heading does not sort");
  const all = await page.locator(".numbered:visible").count();
  await page.locator("#appendix select").selectOption({ index: 2 });
  const some = await page.locator(".numbered:visible").count();
  await page.locator("#appendix input").fill("no such table");
  const none = await page.locator(".numbered:visible").count();
  if (!(all > some && some > 0 && none === 0)) found(file, `the appendix shows ${all}, ${some} and ${none} tables`);
  await close();
  return figures.length;
}

// checkInert opens a page of a survey of which the texts try to set window.kwaad. Nothing
// of it runs; and where one came through as markup all the same, the policy of the page
// would hold it: no script, no address, no form. A server counts what is really asked of it.
async function checkInert(file) {
  const asked = [];
  const server = createServer((request, response) => { asked.push(request.url); response.end(); });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const to = "http://127.0.0.1:" + server.address().port;
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("dialog", (d) => { found(file, "opens a dialog: " + d.message()); d.dismiss(); });
  await page.goto("file://" + path.resolve(file));
  if (!(await page.evaluate(() => document.body.textContent)).includes("window.kwaad")) found(file, "the hostile texts are not on it");
  const check = async (when) => {
    await page.waitForTimeout(300);
    const ran = await page.evaluate(() => window.kwaad).catch(() => "another page opened");
    if (ran !== undefined) found(file, `${when}: a script ran (${ran})`);
    if (asked.length > 0) found(file, `${when}: asked for ${asked}`);
  };
  await check("as it is");
  await page.evaluate((to) => {
    const script = document.createElement("script"), box = document.createElement("div");
    script.textContent = "window.kwaad = 'a script'";
    box.innerHTML = `<img src="x" onerror="window.kwaad = 'a handler'"><img src="${to}/img"><svg><image href="${to}/svg"/></svg>
      <iframe src="${to}/frame"></iframe><object data="${to}/object"></object><link rel="stylesheet" href="${to}/style">
      <form action="${to}/form"></form><a href="javascript:window.kwaad='an address'">x</a>`;
    document.body.append(script, box);
    box.querySelector("a").click();
    box.querySelector("form").submit();
    fetch(to + "/fetch").catch(() => {});
  }, to);
  await check("by its policy");
  await context.close();
  server.close();
  console.log(`${path.basename(file)}: nothing of a hostile survey runs`);
}

const validator = new HtmlValidate({ extends: ["html-validate:recommended", "html-validate:a11y"], rules: { "long-title": "off" } });
for (const file of pages) {
  const html = readFileSync(file, "utf8");
  for (const r of (await validator.validateString(html, file)).results) {
    for (const m of r.messages.slice(0, 20)) found(file, `html-validate ${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  }
  const passes = await checkAxe(file);
  await checkAxe(file, { width: 320 });
  for (const width of [320, 360, 768, 1440]) {
    for (const script of [true, false]) {
      const { page, close } = await open(file, { width, script });
      for (const o of await overflows(page)) found(file, `wider than ${width} px${script ? "" : " without script"}: ${o}`);
      const least = await smallest(page);
      if (least < 11) found(file, `letters of ${least.toFixed(1)} px in a chart at ${width} px`);
      await close();
    }
  }
  { // wider text (WCAG 1.4.12); the policy forbids a style of others, so the properties are set one by one
    const { page, close } = await open(file, { width: 320 });
    await page.evaluate(() => document.querySelectorAll("body *:not(svg):not(svg *)").forEach((e) => {
      e.style.lineHeight = "1.5"; e.style.letterSpacing = ".12em"; e.style.wordSpacing = ".16em";
    }));
    for (const o of await overflows(page)) found(file, "with wider text: " + o);
    await close();
  }
  { // forced colours, dark: the charts keep a ground of their own
    const { page, close } = await open(file, { forcedColors: "active", colorScheme: "dark" });
    const grounds = await page.evaluate(() => [...document.querySelectorAll(".wide svg")].map((s) => getComputedStyle(s).backgroundColor));
    if (grounds.some((g) => g !== "rgb(255, 255, 255)")) found(file, "forced colours take the ground of a chart");
    await close();
  }
  { // on paper everything is there
    const { page, close } = await open(file, { script: false });
    await page.emulateMedia({ media: "print" });
    const hidden = await page.evaluate(() => [...document.querySelectorAll("figure table")].filter((t) => !t.checkVisibility({ contentVisibilityAuto: true })).length);
    if (hidden > 0) found(file, hidden + " tables are folded on paper");
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
    if (pdf.length < (await page.locator("figure").count() > 0 ? 50000 : 10000)) found(file, "the PDF is nearly empty");
    await close();
  }
  const stops = await checkKeyboard(file);
  const figures = await checkControls(file);
  console.log(`${path.basename(file)}: ${passes} rules of axe passed, ${stops} stops of the keyboard, ${figures} figures`);
}
for (const file of hostile) await checkInert(file);
await browser.close();
try {
  execFileSync("java", ["-jar", path.join(path.dirname(require.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar"), "--also-check-svg", "--stdout",
    // It knows no hashes of inline styles and scripts; that nothing is blocked, the browser tells above.
    "--filterpattern", ".*violates Content Security Policy.*", ...pages], { encoding: "utf8", stdio: "pipe" });
} catch (e) {
  findings.push(...(e.stdout || e.message).trim().split("\n").slice(0, 40).map((l) => "nu: " + l));
}
for (const f of findings) console.error(f);
if (findings.length > 0) process.exit(1);
console.log("nothing found");
