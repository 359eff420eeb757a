// The page: sends sentences, shows answers, and what lay behind each of them.
import { rulesPanel, heardPanel, jsonPanel, badgesFor } from "./panels.js";
import { element } from "./dom.js";

const $ = (id) => document.getElementById(id);
const log = $("log"), text = $("text"), device = $("device"), state = $("state");
const said = [];
let recall = 0;
let session = null;
let conversation = 0;
let turn = Promise.resolve();

async function post(path, body) {
  const reply = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const answer = await reply.json().catch(() => ({ error: { problem: "the simulator sent no answer", hint: "is it still running?" } }));
  if (!reply.ok) throw answer.error;
  return answer;
}

// One turn after another, so that a quick second sentence waits for the first answer; turns of a conversation left behind are dropped.
function inTurn(work) {
  const mine = conversation;
  turn = turn.then(async () => {
    if (mine !== conversation) return;
    document.body.classList.add("busy");
    try { await work(); } catch (problem) { showProblem(problem); }
    document.body.classList.remove("busy");
  });
  return turn;
}

function start() {
  conversation += 1;
  log.replaceChildren();
  hush();
  return inTurn(async () => {
    const opened = await post("/api/sessions", { device: device.value, locale: "en-US", launch: true });
    session = opened.id;
    showAnswer(opened.answer);
  });
}

function say(sentence) {
  if (!sentence.trim()) return;
  said.push(sentence);
  recall = said.length;
  add(element("li", { class: "mine" }, element("span", { class: "hidden" }, "You: "), sentence));
  hush();
  inTurn(async () => showAnswer(await post(`/api/sessions/${session}/say`, { text: sentence })));
}

function happen(type, note) {
  add(element("li", { class: "note" }, note));
  inTurn(async () => showAnswer(await post(`/api/sessions/${session}/event`, { type })));
}

function showAnswer(answer) {
  if (answer.speech) {
    const level = answer.inference && answer.inference.level;
    const item = element("li", { class: ["emergency", "same_day"].includes(level) ? "theirs flag" : "theirs" },
      element("span", { class: "hidden" }, "Milia Guide: "), element("p", { class: "speech" }, answer.speech), card(answer), meta(answer));
    item.answer = answer;
    add(item);
    choose(item);
    speak(answer.speech);
  }
  if (answer.ended) add(element("li", { class: "note" }, "The session has ended. What you say next starts a new one."));
  setState(answer.ended ? "ended" : "listening");
}

function card(answer) {
  if (!answer.card) return null;
  const words = answer.card.content || answer.card.text || "";
  return element("details", { class: "card" }, element("summary", {}, `Card: ${answer.card.title || "untitled"}`), element("pre", {}, words));
}

function meta(answer) {
  const details = element("button", { type: "button" }, "Behind this answer");
  details.addEventListener("click", () => choose(details.closest("li")));
  return element("div", { class: "meta" }, ...badgesFor(answer), details);
}

function choose(item) {
  log.querySelectorAll(".chosen").forEach((other) => other.classList.remove("chosen"));
  item.classList.add("chosen");
  const answer = item.answer;
  $("panel-rules").replaceChildren(...rulesPanel(answer));
  $("panel-heard").replaceChildren(...heardPanel(answer));
  $("panel-request").replaceChildren(jsonPanel(answer.request));
  $("panel-response").replaceChildren(jsonPanel(answer.response));
}

function showProblem(problem) {
  const words = problem && problem.problem ? sentence(problem.problem) + sentence(problem.hint) : "The simulator cannot be reached. Is it still running?";
  add(element("li", { class: "note problem" }, words));
  if (problem && problem.what === "session") session = null;
}

function sentence(words) { return `${words[0].toUpperCase()}${words.slice(1)}. `; }

function add(item) {
  log.append(item);
  $("scroll").scrollTop = $("scroll").scrollHeight;
}

function setState(name) {
  state.dataset.state = name;
  state.textContent = name === "listening" ? "listening" : "session ended";
  $("silence").disabled = $("end").disabled = name !== "listening";
}

// Speech out, where the browser has voices of its own.
const voices = window.speechSynthesis;
$("voice-field").hidden = !voices;
function speak(words) {
  if (voices && $("voice").checked) voices.speak(Object.assign(new SpeechSynthesisUtterance(words), { lang: "en-US" }));
}
function hush() { if (voices) voices.cancel(); }

$("composer").addEventListener("submit", (event) => { event.preventDefault(); say(text.value); text.value = ""; });
document.querySelectorAll("[data-say]").forEach((chip) => chip.addEventListener("click", () => { say(chip.dataset.say); text.focus(); }));
$("fresh").addEventListener("click", () => { start(); text.focus(); });
device.addEventListener("change", start);
$("silence").addEventListener("click", () => happen("silence", "You say nothing."));
$("end").addEventListener("click", () => happen("end", "You end the session."));
$("voice").addEventListener("change", hush);

text.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  recall = Math.max(0, Math.min(said.length, recall + (event.key === "ArrowUp" ? -1 : 1)));
  text.value = said[recall] || "";
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hush(); });

const tabs = [...document.querySelectorAll("[role=tab]")];
function show(tab) {
  for (const other of tabs) {
    other.setAttribute("aria-selected", String(other === tab));
    other.tabIndex = other === tab ? 0 : -1;
    $(other.getAttribute("aria-controls")).hidden = other !== tab;
  }
  tab.focus();
}
tabs.forEach((tab, place) => {
  tab.addEventListener("click", () => show(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) show(tabs[(place + step + tabs.length) % tabs.length]);
  });
});

// A link such as /#can%20I%20pop%20milia opens the page with a question already said.
start();
if (location.hash.length > 1) say(decodeURIComponent(location.hash.slice(1)));
text.focus();
