#pragma once
#include <string>
#include <string_view>

namespace huddlekit::detail {

/// What the page for the wall adds to the card's style sheet.
[[nodiscard]] std::string page_style();

/// The clock that walks through the segments. The same in every page, so that the page can name its
/// hash as the one script that may run.
inline constexpr std::string_view kPageScriptHash =
    "sha256-7oOcRxYxDX/0J2ueStRjmj8PF1Td/96rBRAksqaUfXQ=";
inline constexpr std::string_view kPageScript = R"js(
"use strict";
(() => {
  const card = document.querySelector(".huddlekit-card");
  const timer = card.querySelector(".hk-timer");
  const find = (name) => timer.querySelector(".hk-" + name);
  const hero = card.querySelector(".hk-hero");
  const bar = card.querySelector(".hk-bar");
  const items = [...card.querySelectorAll(".hk-run > li")];
  const starts = [];
  let total = 0;
  for (const item of items) {
    starts.push(total);
    total += Number(item.dataset.seconds);
  }
  if (total === 0) return;
  const begin = Date.parse(card.querySelector("time").dateTime) / 1000;
  const words = timer.dataset;
  const clock = () => Date.now() / 1000;

  // waiting -> running <-> paused -> over. While running, `since` is when the huddle began.
  let state = "waiting";
  let since = 0;
  let elapsed = 0;
  let shown = null;

  const name = (item) => item.querySelector(".hk-name").textContent.replace(/^\d+\s*/, "");
  const written = (seconds) => {
    const whole = Math.max(0, Math.ceil(seconds));
    const two = (number) => String(number).padStart(2, "0");
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor(whole / 60) % 60;
    return (hours ? hours + ":" + two(minutes) : minutes) + ":" + two(whole % 60);
  };

  // On a wall everything fits the screen: longer texts are set smaller.
  const fit = () => {
    const root = document.documentElement;
    for (let scale = 1; scale > 0.4; scale -= 0.04) {
      root.style.setProperty("--fit", scale);
      if (root.scrollHeight <= innerHeight || getComputedStyle(card).display !== "grid") return;
    }
  };

  const show = (index) => {
    const key = state + index;
    if (key === shown) return;
    shown = key;
    card.dataset.state = state;
    items.forEach((item, i) => item.classList.toggle("hk-now", i === index));
    [...bar.children].forEach((part, i) => part.classList.toggle("hk-now", i === index));
    const now = items[index];
    const stage = hero && now && now.matches(".hk-told") ? hero : now;
    card.classList.toggle("hk-on-value", stage === hero && Boolean(hero));
    const then = items[index + 1];
    find("current").textContent = now ? name(now) : state === "over" ? words.over : "";
    find("then").textContent = now && then ? words.then + ": " + name(then) : "";
    find("play").textContent =
      state === "running" ? words.pause : state === "paused" ? words.goOn : words.start;
    fit();
    if (now && state === "running") stage.scrollIntoView({ block: "nearest" });
  };

  const draw = () => {
    if (state === "waiting" && clock() >= begin && clock() < begin + total) {
      state = "running";
      since = begin;
    }
    if (state === "running") elapsed = clock() - since;
    if (elapsed >= total && state !== "waiting") state = "over";
    if (state === "waiting" || state === "over") {
      const wait = begin - clock();
      const soon = state === "waiting" && wait > 0 && wait < 86400;
      find("left").textContent = written(soon ? wait : state === "over" ? 0 : total);
      find("unit").textContent = soon ? words.until : "";
      find("total").textContent = "";
      show(-1);
      return;
    }
    let index = items.length - 1;
    while (index > 0 && elapsed < starts[index]) index -= 1;
    const end = index + 1 < items.length ? starts[index + 1] : total;
    find("left").textContent = written(end - elapsed);
    find("unit").textContent = words.left;
    find("total").textContent = written(Math.floor(elapsed)) + " " + words.of + " " + written(total);
    bar.style.setProperty("--done", (100 * elapsed) / total + "%");
    show(index);
  };

  const go = (seconds) => {
    elapsed = Math.min(Math.max(seconds, 0), total);
    since = clock() - elapsed;
    if (state !== "running") state = "paused";
    draw();
  };
  const actions = {
    play: () => {
      if (state === "running") {
        state = "paused";
      } else {
        if (state !== "paused") elapsed = 0;
        state = "running";
        since = clock() - elapsed;
        navigator.wakeLock?.request("screen").catch(() => {});
      }
      draw();
    },
    next: () => go(starts.find((start) => start > elapsed) ?? total),
    // Within its first two seconds a segment gives way to the one before it.
    back: () => go(starts.findLast((start) => start < elapsed - 2) ?? 0),
  };

  timer.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) actions[button.dataset.do]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = { " ": "play", ArrowRight: "next", ArrowLeft: "back" }[event.key];
    if (!action || (action === "play" && event.target.closest("button"))) return;
    event.preventDefault();
    actions[action]();
  });
  addEventListener("resize", fit);
  setInterval(draw, 250);
  // A wall has nobody to press reload when the agenda is revised.
  setInterval(() => {
    if (state === "waiting" || state === "over") location.reload();
  }, 600000);
  timer.hidden = false;
  draw();
})();
)js";

}  // namespace huddlekit::detail
