// What lies behind an answer: the rules that fired, how the sentence was understood, the JSON that went over the wire.
import { element } from "./dom.js";

const plainLevel = (level) => level.replaceAll("_", " ");
const heading = (words) => element("h3", {}, words);
const empty = (words) => element("p", { class: "empty" }, words);

export function badgesFor(answer) {
  const badges = [];
  if (answer.inference && answer.inference.level) {
    badges.push(element("span", { class: `badge ${answer.inference.level}` }, plainLevel(answer.inference.level)));
  }
  if (answer.intent) {
    const sure = Math.round(answer.intent.confidence * 100);
    badges.push(element("span", { class: `badge ${answer.intent.layer}` }, `${answer.intent.name.replace("AMAZON.", "")}, ${answer.intent.layer} ${sure}%`));
  }
  return badges;
}

export function rulesPanel(answer) {
  const found = answer.inference;
  if (!found) return [empty("No rules ran for this answer: nothing was asked about and nothing was told.")];
  const parts = [];
  if (found.level) parts.push(heading("How soon to be seen"), element("p", { class: `level ${found.level}` }, plainLevel(found.level)));
  parts.push(heading("What was known"), facts(found.facts || {}));
  parts.push(heading("Rules that fired, in order"), trace(found.trace || []));
  parts.push(heading("Concluded"), tags((found.conclusions || []).map((id) => [id, "tag"])));
  if ((found.vetoed || []).length) {
    parts.push(heading("Ruled out"), tags(found.vetoed.map((entry) => [`${entry.conclusion} by ${(entry.rules || []).join(", ")}`, "tag no"])));
  }
  if ((found.withheld || []).length) {
    parts.push(heading("Held back until known"),
      tags(found.withheld.map((entry) => [`${entry.conclusion}: ${(entry.facts || []).join(", ")}`, "tag wait"])));
  }
  if (found.asked && found.asked.length) parts.push(heading("Asked"), tags(found.asked.map((id) => [id, "tag"])));
  return parts;
}

function facts(known) {
  const rows = Object.entries(known).map(([name, value]) => element("tr", {}, element("th", { scope: "row", class: "mono" }, name),
    element("td", { class: "mono" }, Array.isArray(value) ? value.join(", ") : String(value))));
  return rows.length ? element("table", { class: "rows" }, ...rows) : empty("nothing");
}

function trace(lines) {
  return lines.length ? element("ol", { class: "trace" }, ...lines.map((line) => element("li", {}, element("span", {}, String(line)))))
    : empty("none");
}

function tags(entries) {
  return entries.length ? element("div", { class: "tags" }, ...entries.map(([words, kind]) => element("span", { class: kind }, words)))
    : empty("nothing");
}

export function heardPanel(answer) {
  const found = answer.intent;
  if (!found) return [empty("Nothing was said in this turn.")];
  const sure = `${Math.round(found.confidence * 100)}%`;
  return [heading("Understood as"), element("p", {}, element("span", { class: "mono" }, found.name), ` by the ${found.layer} layer, ${sure}`),
    heading("Slots"), slots(found.slots), heading("Candidates, with the nearest sample"), candidates(found.candidates)];
}

function slots(filled) {
  const rows = Object.entries(filled).map(([name, slot]) => element("tr", {}, element("th", { scope: "row", class: "mono" }, name),
    element("td", {}, slot.value), element("td", { class: "mono" }, slot.ids.length ? slot.ids.join(", ") : "no match")));
  return rows.length ? element("table", { class: "rows" }, ...rows) : empty("none");
}

function candidates(list) {
  const items = list.map((entry) => element("li", {}, element("div", { class: "line" }, element("span", { class: "mono" }, entry.name),
    element("span", { class: "number" }, entry.score.toFixed(2))), element("p", { class: "sample" }, entry.sample)));
  return items.length ? element("ol", { class: "candidates" }, ...items) : empty("nothing was near");
}

export function jsonPanel(value) {
  return value ? element("pre", {}, JSON.stringify(value, null, 2)) : empty("Nothing went over the wire in this turn.");
}
