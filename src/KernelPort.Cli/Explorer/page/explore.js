// The explorer's page: CUDA text left, a target's text right. Everything it shows goes in as text, never as markup.
"use strict";

const byId = id => document.getElementById(id);
const source = byId("source"), sourceView = byId("source-view"), result = byId("result");
let targets = [], name = "kernel.cu", asked = 0, waiting = 0, answer = { text: "", lines: [], diagnostics: [] };

const keywords = new Set(("__global__ __device__ __host__ __shared__ __constant__ __restrict__ __launch_bounds__ auto bool break case char class const constexpr continue default do double else enum extern " +
    "false float for goto half if inline int long namespace new operator private public return short signed sizeof static struct switch template this true typedef typename union unsigned using void volatile while").split(" "));

async function ask(path, question) {
    const response = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
}

function element(tag, className, text) {
    const e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
}

// Words of a line, with what kind they are; a comment of several lines goes on from line to line.
function words(line, inComment) {
    const found = [];
    const pattern = /(\/\*|\/\/.*$|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[A-Za-z_]\w*|\d[\w.]*|\*\/|[^\w"'\/*]+|.)/g;
    for (const [word] of line.matchAll(pattern)) {
        let kind = "";
        if (inComment) { kind = "c"; inComment = word !== "*/"; }
        else if (word === "/*") { kind = "c"; inComment = true; }
        else if (word.startsWith("//")) kind = "c";
        else if (/^["'\d]/.test(word)) kind = "s";
        else if (keywords.has(word) || word.startsWith("#")) kind = "k";
        found.push([word, kind]);
    }
    return [found, inComment];
}

// Lines that belong together have one colour on both sides.
const hue = line => (line * 47) % 360;

// The line of the CUDA text that each line of the result comes from. Migrated text goes on with it line by line, emitted text stays at one.
function links() {
    const from = new Map(), count = answer.text.split("\n").length;
    answer.lines.forEach(([at, line], i) => {
        const end = answer.follows ? answer.lines[i + 1]?.[0] ?? count + 1 : at + 1;
        for (let n = at; n < end; n++) from.set(n, line + n - at);
    });
    return [from, new Set(from.values())];
}

function show(into, text, isSource) {
    const [from, linked] = links();
    const notes = new Map();
    if (isSource) for (const d of answer.diagnostics) notes.set(d.line, [...(notes.get(d.line) || []), d]);
    const all = document.createDocumentFragment();
    let inComment = false, current = 0;
    text.split("\n").forEach((line, i) => {
        const n = i + 1, row = element("span", "l");
        row.dataset.n = n;
        let parts;
        [parts, inComment] = words(line, inComment);
        const here = notes.get(n) || [];
        let column = 1;
        for (const [word, kind] of parts) {
            const hit = here.find(d => d.column >= column && d.column < column + word.length);
            row.append(kind || hit ? element("span", [kind, hit ? "mark " + hit.severity : ""].join(" ").trim(), word) : word);
            column += word.length;
        }
        if (here.length) row.append(element("span", "lens " + here[0].severity, here[0].code + ": " + here[0].message + (here.length > 1 ? "  (+" + (here.length - 1) + ")" : "")));
        current = isSource ? n : from.get(n) ?? current;
        if (current && linked.has(current)) { row.classList.add("linked"); row.style.setProperty("--hue", hue(current)); row.dataset.from = current; }
        row.append("\n");
        all.append(row);
    });
    into.replaceChildren(all);
}

function draw() {
    show(sourceView, source.value, true);
    show(result, answer.text, false);
    const list = byId("messages");
    list.replaceChildren(...answer.diagnostics.map(d => {
        const item = element("li", d.severity), button = element("button");
        button.append(element("span", "what", d.code), " line " + d.line + ": " + d.message);
        button.onclick = () => goTo(d.line, d.column);
        item.append(button);
        return item;
    }));
}

function goTo(line, column) {
    const start = source.value.split("\n").slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0) + column - 1;
    source.focus();
    source.setSelectionRange(start, start);
    source.scrollTop = Math.max(0, (line - 5) * 20);
    mark(line);
}

function mark(line) {
    for (const row of document.querySelectorAll(".l.now")) row.classList.remove("now");
    if (!line) return;
    const rows = [...document.querySelectorAll(".l")].filter(r => r.dataset.from === String(line));
    for (const row of rows) row.classList.add("now");
    return rows;
}

const target = () => targets.find(t => t.name === byId("target").value);

function fillViews() {
    const views = [["text", target().migrates ? "migrated text" : "text"]];
    if (target().migrates) views.push(["kernels", "kernels through the IR"]);
    for (const form of target().forms) views.push([form, form]);
    views.push(["ir", "IR"]);
    const view = byId("view"), before = view.value;
    view.replaceChildren(...views.map(([value, text]) => { const o = element("option", "", text); o.value = value; return o; }));
    if (views.some(v => v[0] === before)) view.value = before;
    byId("pass").replaceChildren(...["", ...target().passes].map(p => { const o = element("option", "", p || "the front end"); o.value = p; return o; }));
}

async function translate() {
    const turn = ++asked;
    byId("pass-label").hidden = byId("view").value !== "ir";
    byId("result-title").textContent = byId("target").value + " · " + byId("view").selectedOptions[0].textContent;
    try {
        const got = await ask("/api/translate", { name, text: source.value, target: byId("target").value, view: byId("view").value, pass: byId("pass").value, block: byId("block").value.trim() });
        if (turn !== asked) return;
        answer = got;
        byId("time").textContent = "translated in " + got.milliseconds + " ms";
    } catch (e) {
        if (turn !== asked) return;
        answer = { text: "", lines: [], diagnostics: [] };
        byId("time").textContent = e.message;
    }
    draw();
    document.body.dataset.turn = turn;
}

async function run() {
    const place = byId("run-result");
    place.textContent = "running…";
    try {
        const got = await ask("/api/run", { name, text: source.value, target: byId("target").value });
        place.replaceChildren();
        const table = element("table");
        for (const e of got.engines) {
            const row = element("tr");
            row.append(element("td", "", e.engine), element("td", "", e.what), element("td", e.outcome, e.outcome), element("td", "", e.detail));
            table.append(row);
        }
        place.append(table);
        for (const l of got.launches) {
            if (l.problem) place.append(element("p", "failed", "line " + l.line + ": " + l.problem));
            if (l.printed) place.append(element("pre", "", l.printed));
            for (const b of l.buffers) place.append(histogram(l, b));
        }
        answer.diagnostics = [...answer.diagnostics.filter(d => !d.code.startsWith("KP6")), ...got.diagnostics.filter(d => d.code.startsWith("KP6"))];
        draw();
        byId("time").textContent = "ran in " + got.milliseconds + " ms";
    } catch (e) {
        place.replaceChildren(element("p", "failed", e.message));
    }
}

// How far the target's values are from the reference's.
function histogram(launch, buffer) {
    const table = element("table"), total = buffer.counts.reduce((sum, c) => sum + c[1], 0);
    table.append(element("caption", "", "line " + launch.line + ", " + buffer.name + ": distance from the reference"));
    for (const [step, count] of buffer.counts.filter(c => c[1] > 0)) {
        const row = element("tr"), bar = element("meter");
        bar.max = total; bar.value = count; bar.textContent = count;
        const cell = element("td");
        cell.append(bar);
        row.append(element("td", "", step), element("td", "", String(count)), cell);
        table.append(row);
    }
    return table;
}

function download(fileName, type, text) {
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const save = () => download(name, "text/plain", source.value);

// A shared file holds the text and what was shown of it.
const share = () => download(name.replace(/\.\w+$/, "") + ".kernelport.json", "application/json", JSON.stringify({
    kernelport: 1, name, text: source.value, target: byId("target").value, view: byId("view").value, pass: byId("pass").value, block: byId("block").value }, null, 1));

function load(fileName, text) {
    let shared = null;
    if (fileName.endsWith(".json")) {
        try { shared = JSON.parse(text); } catch { shared = null; }
        if (!shared || shared.kernelport !== 1 || typeof shared.text !== "string") { byId("time").textContent = fileName + " is no shared file of KernelPort"; return; }
    }
    name = String(shared ? shared.name || "kernel.cu" : fileName).split(/[\\/]/).pop();
    byId("name").textContent = name;
    source.value = shared ? shared.text : text;
    if (shared) {
        if (targets.some(t => t.name === shared.target)) byId("target").value = shared.target;
        fillViews();
        for (const id of ["view", "pass"]) if ([...byId(id).options].some(o => o.value === shared[id])) byId(id).value = shared[id];
        byId("block").value = typeof shared.block === "string" ? shared.block : "";
    }
    byId("run-result").replaceChildren();
    translate();
}

function soon() { clearTimeout(waiting); waiting = setTimeout(translate, 250); }

async function start() {
    const state = await ask("/api/state", {});
    targets = state.targets;
    byId("target").replaceChildren(...targets.map(t => { const o = element("option", "", t.name); o.value = t.name; return o; }));
    byId("target").value = (targets.find(t => t.name.startsWith("musa")) || targets[0]).name;
    fillViews();
    load(state.name, state.text);

    source.addEventListener("input", () => { show(sourceView, source.value, true); soon(); });
    source.addEventListener("scroll", () => { sourceView.scrollTop = source.scrollTop; sourceView.scrollLeft = source.scrollLeft; });
    const caret = () => {
        const rows = mark(source.value.slice(0, source.selectionStart).split("\n").length);
        rows?.find(r => result.contains(r))?.scrollIntoView({ block: "nearest" });
    };
    source.addEventListener("keyup", caret);
    source.addEventListener("click", caret);
    result.addEventListener("mousemove", e => mark(Number(e.target.closest(".l")?.dataset.from)));
    result.addEventListener("click", e => { const line = Number(e.target.closest(".l")?.dataset.from); if (line) goTo(line, 1); });
    byId("target").onchange = () => { fillViews(); byId("run-result").replaceChildren(); translate(); };
    byId("view").onchange = byId("pass").onchange = translate;
    byId("block").oninput = soon;
    byId("run").onclick = run;
    byId("save").onclick = save;
    byId("share").onclick = share;
    byId("open").onclick = () => byId("file").click();
    byId("file").onchange = async () => { const f = byId("file").files[0]; if (f) load(f.name, await f.text()); };
    document.addEventListener("keydown", e => {
        if (!(e.ctrlKey || e.metaKey)) return;
        if (e.key === "Enter") { e.preventDefault(); run(); }
        if (e.key === "s") { e.preventDefault(); save(); }
    });
}

start();
