// The face of a huddle being held. It draws `shown` and sends clicks; what they mean is decided in
// Python. Between two answers only the clock runs on here.

const LAST_SECONDS = 15; // amber

function clock(seconds) {
  const all = Math.abs(Math.round(seconds));
  return `${seconds < 0 ? "−" : ""}${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

// el("button", {class: "x", onclick: f}, "text", child, …): people's text only ever becomes text.
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== ""));
  return node;
}

function render({ model, el: root }) {
  const send = (message) => model.send(message);
  let received = performance.now();
  let asked = 0;
  let sent = null; // the form whose answer is awaited: what was typed goes only once it is in the book

  root.classList.add("huddlekit-live");
  // A plain key belongs to the huddle: in the notebook's hands an "a" on a list would insert a cell. The
  // notebook listens on the document before anything within hears of a key; so this is before that.
  const keep = (event) => {
    if (root.contains(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", keep, true);
  const head = el("header");
  const face = el("div", { class: "hk-face" });
  const steps = el("ol", { class: "hk-steps", "aria-label": "Segments" });
  const talk = el("div", { class: "hk-talk" });
  const buttons = el("div", { class: "hk-buttons" });
  const cut = el("div", { class: "hk-cut" });
  const leader = el("div", { class: "hk-leader" });
  const taps = el("div", { class: "hk-taps" });
  const forms = el("div", { class: "hk-forms" });
  const problem = el("p", { class: "hk-problem", role: "alert" });
  const call = el("p", { class: "hk-call" });
  const news = el("p", { class: "hk-news", "aria-live": "polite" });
  root.append(el("article", { "aria-label": "The huddle" }, head, face, steps, buttons, leader, cut, talk, taps, forms, problem, call, news));

  const shown = () => model.get("shown");
  const open = (s) => s.phase !== "held" && s.phase !== "cancelled";
  const running = () => shown().phase === "running";
  const since = () => (running() ? (performance.now() - received) / 1000 : 0);

  // --- the clock: drawn every quarter of a second

  const big = el("span", { class: "hk-big", role: "timer", "aria-label": "Left of this segment" });
  const rest = el("span", { class: "hk-rest" });
  face.append(big, rest);

  function tick() {
    const s = shown();
    if (!s.segments) return;
    const step = s.segments[s.current];
    const on = s.phase === "running" || s.phase === "paused";
    const took = step ? step.took + since() : 0;
    const left = on ? step.length - took : 0;
    const mood = !on ? "" : left < 0 ? "over" : left <= LAST_SECONDS ? "soon" : "";
    root.dataset.mood = mood;
    big.textContent = on ? clock(Math.trunc(left)) : clock(s.phase === "over" || s.phase === "held" ? s.elapsed || s.timebox : s.timebox);
    const whole = `${clock(s.elapsed + since())} of ${clock(s.timebox)}`;
    const late = s.late > 0 && on ? `, ${clock(s.late)} late` : "";
    const state = { ready: "not begun", running: "", paused: "paused", over: "ended, not recorded yet", held: "held", cancelled: "cancelled" }[s.phase];
    const over = mood === "over" ? " · over its time" : mood === "soon" ? " · soon over" : "";
    rest.textContent = [on ? step.title + over : "", `${whole}${late}`, state].filter(Boolean).join(" · ");
    const bar = steps.children[s.current]?.querySelector(".hk-fill");
    if (on && bar) bar.style.inlineSize = `${Math.min(100, (100 * took) / Math.max(1, step.length))}%`;
    if (running() && performance.now() - received > 5000 && performance.now() - asked > 5000) {
      asked = performance.now();
      send({ do: "refresh" }); // is it late by now, and what should go?
    }
  }

  // --- everything else: drawn when the book has answered

  // Whether a part must be drawn anew. What stays must not be touched: a button replaced between press
  // and release loses its click, an open list its choice.
  const drawn = new Map();
  function changed(node, ...parts) {
    const now = JSON.stringify(parts);
    if (drawn.get(node) === now) return false;
    drawn.set(node, now);
    return true;
  }

  function button(label, message, attributes = {}) {
    return el("button", { type: "button", onclick: () => send(message), ...attributes }, label);
  }

  function drawButtons(s) {
    const last = s.segments.every((step, i) => i <= s.current || step.dropped);
    if (!changed(buttons, s.phase, last)) return;
    const all = {
      ready: [button("Start", { do: "start" }, { class: "hk-main" })],
      running: [
        button(last ? "Finish" : "Next", { do: last ? "finish" : "next" }, { class: "hk-main" }),
        button("Pause", { do: "pause" }),
        last ? "" : button("Finish", { do: "finish" }),
      ],
      paused: [button("Go on", { do: "resume" }, { class: "hk-main" }), button("Finish", { do: "finish" })],
      over: [button("Finish", { do: "finish" }, { class: "hk-main" })],
      held: [],
      cancelled: [],
    };
    keepFocus(buttons, all[s.phase]);
  }

  function drawLeader(s) {
    const ask = s.ask_leader && open(s);
    const here = s.people.filter((p) => p.here);
    if (!changed(leader, ask, here, s.led_by)) return;
    const list = choice("led_by", "Led by", "choose who led", here);
    list.value = s.led_by ?? "";
    list.addEventListener("change", () => send({ do: "led_by", who: list.value }));
    keepFocus(leader, ask ? [el("label", {}, `${s.leads ? `${s.leads} is not here.` : ""} Led by`, list)] : []);
  }

  // A redrawn row of buttons must not throw the keyboard out of it.
  function keepFocus(parent, children) {
    const focused = [...parent.querySelectorAll("button, select")].indexOf(root.getRootNode().activeElement);
    parent.replaceChildren(...children.filter(Boolean));
    if (focused >= 0) {
      const now = parent.querySelectorAll("button, select");
      now[Math.min(focused, now.length - 1)]?.focus();
    }
  }

  function drawSteps(s) {
    steps.replaceChildren(
      ...s.segments.map((step, i) => {
        const begun = s.phase === "running" || s.phase === "paused";
        const past = s.phase === "over" || s.phase === "held" || (begun && i < s.current);
        const now = begun && !past && i === s.current;
        const said = step.dropped ? "cut" : step.to_cut ? "leave out" : past && s.elapsed ? clock(step.took) : clock(step.length);
        const fill = past && !step.dropped ? 100 : now ? Math.min(100, (100 * step.took) / Math.max(1, step.length)) : 0;
        return el(
          "li",
          { class: [past && "hk-past", now && "hk-now", step.dropped && "hk-dropped"].filter(Boolean).join(" "),
            "aria-current": now ? "step" : null, style: `flex-grow: ${Math.max(step.planned, 20)}` },
          el("span", { class: "hk-track" }, el("span", { class: "hk-fill", style: `inline-size: ${fill}%` })),
          el("span", { class: "hk-name" }, step.title),
          el("span", { class: "hk-length" }, said),
        );
      }),
    );
  }

  function drawCut(s) {
    const going = s.phase === "running" || s.phase === "paused";
    if (!changed(cut, going, s.current, s.segments.map((step) => [step.to_cut, step.dropped]))) return;
    const now = s.segments.filter((step) => going && step.to_cut && !step.dropped);
    const back = s.segments.filter((step, i) => going && step.dropped && i > s.current);
    keepFocus(cut, [
      now.length ? el("span", {}, "To end in time, leave out") : null,
      ...now.map((step) => button(step.title, { do: "cut", segment: step.key, cut: true })),
      ...back.map((step) => button(`Take ${step.title.toLowerCase()} back in`, { do: "cut", segment: step.key, cut: false })),
    ]);
  }

  function drawTalk(s) {
    const step = s.segments[s.current];
    const said = { over: "The time is over.", held: "Held. Thank you all.", cancelled: "This huddle is cancelled." }[s.phase];
    if (!changed(talk, said, step, s.phase === "ready")) return;
    talk.replaceChildren(
      ...(said || !step
        ? [el("p", {}, said ?? "")]
        : [
            el("h3", {}, s.phase === "ready" ? `First: ${step.title}` : step.title,
              step.who.length ? el("span", { class: "hk-who" }, ` ${step.who.join(", ")}`) : ""),
            el("p", {}, step.text),
            ...(step.points.length
              ? [el("dl", {}, ...step.points.flatMap((p) => [el("dt", {}, p.label), el("dd", {}, p.text)]))]
              : []),
            el("p", { class: "hk-why" }, step.why),
          ]),
    );
  }

  function drawTaps(s) {
    const at = s.segments.findIndex((step) => step.key === "lesson");
    const asked = open(s) && s.ratings.length > 0 && s.phase !== "ready" && at <= s.current;
    if (!changed(taps, open(s), asked, s.ratings, s.rating, s.people, s.tapped)) return;
    const rating = asked
      ? [el("fieldset", {}, el("legend", {}, "The lesson was"),
          ...s.ratings.map((r) => button(r, { do: "rate", rating: r }, { "aria-pressed": String(s.rating === r) })))]
      : [];
    const people = open(s)
      ? [el("fieldset", {}, el("legend", {}, s.tapped ? "Here today" : "Here today (tap who is missing)"),
          ...s.people.map((p) => button(p.name, { do: "tap", who: p.key }, { "aria-pressed": String(p.here) })))]
      : [];
    keepFocus(taps, [...rating, ...people]);
  }

  // Forms are made once: a redraw must not take away what somebody is typing.
  function form(label, kind, fields, made) {
    const node = el("form", {
      "aria-label": label,
      onsubmit: (event) => {
        event.preventDefault();
        sent = node;
        send({ do: kind, ...made(Object.fromEntries(new FormData(node))) });
      },
    }, el("span", { class: "hk-label" }, label), ...fields, el("button", { type: "submit", "aria-label": `Add ${label.toLowerCase()}` }, "Add"));
    return node;
  }
  const text = (hint) => el("input", { name: "text", required: true, maxlength: 2000, placeholder: hint, "aria-label": hint, autocomplete: "off" });
  const choice = (name, label, first, items) =>
    el("select", { name, "aria-label": label, required: first === null },
      ...(first === null ? [] : [el("option", { value: "" }, first)]), ...items.map((i) => el("option", { value: i.key }, i.name)));

  function drawForms(s) {
    if (forms.childElementCount === 0) {
      forms.append(
        form("Win", "win", [text("What went well"), choice("who", "Thanks to", "thanks to nobody yet", s.members), choice("value", "Value", "no value", s.values)],
          (d) => ({ text: d.text, who: d.who ? [d.who] : [], values: d.value ? [d.value] : [] })),
        form("Miss", "miss", [text("The situation and what happened, no names")], (d) => ({ text: d.text })),
        form("Lesson", "lesson", [text("What we learned")], (d) => ({ text: d.text })),
        form("Commitment", "commit", [choice("who", "Who", null, s.members), text("Does what"), el("input", { name: "due", type: "date", value: s.next_day, required: true, "aria-label": "By when" }),
            el("label", {}, el("input", { name: "for_customer", type: "checkbox" }), " to a customer")],
          (d) => ({ ...d, for_customer: "for_customer" in d })),
        el("div", { class: "hk-open" }),
      );
    }
    const promises = forms.querySelector(".hk-open");
    if (!changed(promises, s.commitments)) return;
    promises.replaceChildren(
      ...s.commitments.map((c) =>
        form(`${c.who}, ${c.due}: ${c.text}`, "missed", [el("input", { name: "reason", required: true, maxlength: 2000, placeholder: "Why not, if missed", "aria-label": `Why ${c.text} was missed`, autocomplete: "off" })],
          (d) => ({ id: c.id, reason: d.reason })),
      ),
    );
    s.commitments.forEach((c, i) => {
      const node = promises.children[i];
      node.lastChild.textContent = "Missed";
      node.lastChild.setAttribute("aria-label", `Missed: ${c.text}`);
      node.firstChild.after(button("Kept", { do: "kept", id: c.id }, { "aria-label": `Kept: ${c.text}` }));
    });
  }

  let before = "";
  function draw() {
    const s = shown();
    if (!s.segments) return;
    received = performance.now();
    root.dataset.phase = s.phase;
    head.replaceChildren(el("p", { class: "hk-title" }, s.title),
      el("p", { class: "hk-when" }, [s.when, s.value, s.leads && `${s.leads} leads`].filter(Boolean).join(" · ")));
    drawSteps(s);
    drawButtons(s);
    drawLeader(s);
    drawCut(s);
    drawTalk(s);
    drawTaps(s);
    drawForms(s);
    const step = s.segments[s.current];
    const now = s.phase === "running" && step ? `${step.title}, ${clock(step.length)}` : s.phase;
    if (now !== before) news.textContent = before = now;
    tick();
  }
  function answered() {
    if (model.get("problem")) sent = null;
    problem.textContent = model.get("problem");
    const calls = model.get("calls");
    call.replaceChildren(calls.length ? el("code", {}, calls[calls.length - 1]) : "");
  }

  model.on("change:shown", draw);
  model.on("change:calls", () => {
    sent?.reset();
    sent = null;
    answered();
  });
  model.on("change:problem", answered);
  const timer = setInterval(tick, 250);
  draw();
  answered();
  send({ do: "refresh" }); // a page that was reloaded shows what the book knows now
  return () => {
    clearInterval(timer);
    window.removeEventListener("keydown", keep, true);
  };
}

export default { render };
