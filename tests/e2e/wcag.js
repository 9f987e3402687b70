// What can be checked of WCAG 2.2 in the page itself: each check tells what it finds, in words, or nothing.

// Runs in the page, once: what the checks have in common.
function prepare() {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  // Any colour that CSS can write, as red, green, blue and alpha.
  const colour = (css) => {
    if (!known.has(css)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = css;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      known.set(css, [red, green, blue, alpha / 255]);
    }
    return known.get(css);
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((channel, index) => channel * a + under[index] * (1 - a)).concat(1);
  const parent = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;
  // The colour behind what stands in an element.
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = parent(at)) {
      const layer = colour(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((under, layer) => over(layer, under), colour("Canvas"));
  };
  // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
  const light = (channels) => {
    const [r, g, b] = channels.map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (css, under) => {
    const [one, other] = [light(over(colour(css), under)), light(under)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const root = () => document.querySelector("self-check").shadowRoot;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen") && element.getClientRects().length > 0;
  const all = (selector) => [...root().querySelectorAll(selector)].filter(seen);
  const name = (element) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 30);
    const look = element.getAttribute("part") ?? element.getAttribute("class") ?? "";
    return `${element.localName}${look && `.${look.replaceAll(" ", ".")}`}${words && ` “${words}”`}`;
  };
  const focused = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  window.wcag = { colour, over, behind, contrast, root, all, name, focused, parent };
}

export const readyToCheck = (page) => page.addInitScript(prepare);

// 1.4.10: nothing is beyond an edge, or cut off. What is as wide as data are scrolls by itself, and can be
// scrolled by keys.
export const reflow = () => {
  const { all, name } = window.wcag;
  const { scrollWidth, clientWidth } = document.documentElement;
  const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  for (const element of all("*")) {
    const { left, right, width } = element.getBoundingClientRect();
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const scrolls = (value) => value === "auto" || value === "scroll";
    if (!element.parentElement?.closest("pre, table, math, svg") && width > 0 && (left < -0.5 || right > innerWidth + 0.5)) {
      found.push(`${name(element)} is from ${Math.round(left)} to ${Math.round(right)}`);
    }
    if (display === "inline" || element.closest("svg, math, select, progress")) continue;
    const isCut = (overflow, inner, outer) => !scrolls(overflow) && overflow !== "visible" && inner > outer + 1;
    if (isCut(overflowX, element.scrollWidth, element.clientWidth) || isCut(overflowY, element.scrollHeight, element.clientHeight)) {
      if (!["input", "textarea", "img"].includes(element.localName)) found.push(`${name(element)} is cut off`);
    }
    if (element.scrollWidth > element.clientWidth + 1 && scrolls(overflowX) && !element.closest("pre, table, math")) {
      found.push(`${name(element)} scrolls sideways`);
    }
  }
  return found;
};

// 2.5.8: at least 24 px each way; options and buttons at least 44 px high. Links and buttons in a line of text
// are as high as the line, as the exception allows.
export const targets = () => {
  const { all, name } = window.wcag;
  const found = [];
  for (const element of all("a, button, input, select, summary, textarea")) {
    if (element.closest("p, li > a, .prose") && ["a", "button"].includes(element.localName)) continue;
    if (element.matches(":disabled, [aria-disabled]")) continue;
    // A label is a target too.
    const target = element.closest("label") ?? element;
    const { width, height } = target.getBoundingClientRect();
    const least = element.matches('[type="text"], .swipes') ? 24 : 44;
    if (height < least - 0.1 || width < 24) found.push(`${name(target)} is ${Math.round(width)} by ${Math.round(height)} px`);
  }
  return found;
};

// 1.4.3: text differs from what is behind it by 4.5 to 1, or 3 to 1 where it is large. axe finds the same; this takes
// a tenth of its time, for the looks in which nothing but colours differs.
export const textContrast = () => {
  const { all, name, behind, contrast } = window.wcag;
  const found = [];
  for (const element of all("*")) {
    const isText = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    if (!isText || element.closest("svg, :disabled, [aria-disabled], option, .sure:disabled")) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
    const ratio = contrast(color, behind(element));
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${name(element)}: ${color} has ${ratio.toFixed(2)} to 1`);
  }
  return found;
};

// 1.4.11: edges of fields, marks, bars and lines differ from what is behind them by 3 to 1.
export const nonText = () => {
  const { all, name, behind, contrast, colour, parent, root } = window.wcag;
  const found = [];
  const differ = (what, css, under) => {
    const ratio = contrast(css, under);
    if (ratio < 3) found.push(`${what}: ${css} has ${ratio.toFixed(2)} to 1`);
  };
  const style = (element, pseudo) => getComputedStyle(element, pseudo);
  const isIn = (element) => !element.closest(":disabled, [aria-disabled]");
  for (const field of all('[type="text"], select, textarea:enabled:read-write, button.place, .chip').filter(isIn)) differ(name(field), style(field).borderTopColor, behind(parent(field)));
  for (const box of all("[type=radio], [type=checkbox]").filter(isIn)) {
    const { accentColor, opacity } = style(box);
    if (opacity !== "0" && accentColor !== "auto") differ(`${name(box)} chosen`, accentColor, behind(parent(box)));
  }
  // Only where it says something: not on what cannot be used now.
  for (const icon of all(".icon").filter(isIn)) differ(`${name(icon.parentElement)}, its icon`, style(icon).stroke, behind(icon));
  for (const summary of all("summary")) differ(`${name(summary)}, its arrow`, style(summary, "::before").borderBottomColor, behind(summary));
  for (const mark of all("summary::before, .gap")) differ(name(mark), style(mark).borderBottomColor, behind(mark));
  for (const bar of all("progress")) {
    if (style(bar).appearance === "none") differ("progress", style(bar).color, colour(style(bar).backgroundColor));
  }
  for (const fill of all(".bar .fill, .range .fill")) {
    const track = fill.parentElement.querySelector(".track");
    differ(`${name(fill.parentElement)} on its track`, style(fill).fill, colour(style(track).fill));
  }
  for (const mark of all(".mark, .fits")) differ(name(mark), style(mark).fill, behind(mark.closest("svg").parentElement));
  for (const line of all(".line")) differ(name(line), style(line).stroke, behind(line.closest("svg").parentElement));
  for (const knob of root().querySelectorAll(".knob")) {
    if (style(knob).display !== "none") differ("knob", style(knob, "::before").borderTopColor, behind(knob.closest(".pairs")));
  }
  return found;
};

// Forced colours: controls have an edge, and what is chosen and what is right are told by more than colour.
export const forced = () => {
  const { all, name, contrast, behind, parent } = window.wcag;
  const found = [];
  const hasEdge = (element) => {
    const { borderTopStyle, borderTopWidth, borderTopColor, appearance, outlineStyle } = getComputedStyle(element);
    if (appearance !== "none" && element.matches("input, select, progress")) return true;
    if (outlineStyle !== "none") return true;
    return borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1 && contrast(borderTopColor, behind(parent(element))) >= 3;
  };
  for (const element of all("button, .option, .chip, .pick, select, textarea, [type=text], .response")) {
    // Words that are underlined, like a link.
    if (getComputedStyle(element).textDecorationLine === "underline" || element.matches("[aria-disabled], :disabled *")) continue;
    if (!hasEdge(element)) found.push(`${name(element)} has no edge`);
  }
  for (const row of all(".option:is(.correct, .incorrect)")) {
    if (!row.querySelector("svg")) found.push(`${name(row)}: no sign tells how it turned out`);
  }
  for (const chosen of all(".chip:has(:checked), .option.chosen")) {
    if (getComputedStyle(chosen).outlineStyle === "none") found.push(`${name(chosen)} does not look chosen`);
  }
  return found;
};

// 2.3.3 and our own promise: nothing moves where no movement is wanted.
export const still = () => {
  const { all, name } = window.wcag;
  const moves = ({ transitionDuration, animationName, scrollBehavior }) => !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
  const found = all("*").filter((element) => moves(getComputedStyle(element)));
  return [...found.map(name), ...document.getAnimations().map(() => "an animation runs")];
};

// 2.5.3: whoever says the words that stand on a control means that control.
export const labels = () => {
  const { all, name } = window.wcag;
  const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const isUnsaid = (element) => {
    // What stands in boxes of its own is read as words of their own.
    const shown = [...element.childNodes].filter(({ nodeType, ariaHidden }) => nodeType === 3 || ariaHidden !== "true");
    return !plain(element.ariaLabel).includes(plain(shown.map(({ textContent }) => textContent).join(" ")));
  };
  return all("[aria-label]:is(button, a, summary)").filter(isUnsaid).map((element) => `${name(element)} is called “${element.ariaLabel}”`);
};

// What holds on the screen still holds with these rules on everything in the quiz.
const withRules = (rules, check) => async (page) => {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    window.wcag.sheet = sheet;
    window.wcag.root().adoptedStyleSheets.push(sheet);
  }, rules);
  const found = await page.evaluate(check);
  await page.evaluate(() => {
    const { adoptedStyleSheets } = window.wcag.root();
    window.wcag.root().adoptedStyleSheets = adoptedStyleSheets.filter((sheet) => sheet !== window.wcag.sheet);
  });
  return found;
};

// 1.4.12, with the values of the criterion.
export const textSpacing = withRules(
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
  reflow,
);

// 1.4.4: a reader's own size of text, twice the usual one.
export const largeText = async (page) => {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  const found = await page.evaluate(reflow);
  // Without the engine there is no style of ours either.
  const size = await page.evaluate(() => {
    const base = window.wcag.root().querySelector(".base");
    return base ? parseFloat(getComputedStyle(base).fontSize) : Infinity;
  });
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
  return size < 32 ? [`text is ${size} px high where the reader wants 32`, ...found] : found;
};

// Where the focus is: what it is on, whether one sees that, and where.
const stop = () => {
  const { focused, name, behind, contrast, parent, root } = window.wcag;
  const at = focused();
  if (!at || at.getRootNode() !== root()) return { id: at?.id || at?.localName || null };
  const isRing = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle === "auto" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
  };
  const ringed = [at, at.closest("label"), at.closest(".option")].find((element) => element && isRing(element));
  const problems = [];
  if (!ringed) problems.push("the focus cannot be seen");
  // The browser's own ring is seen on any colour.
  else if (getComputedStyle(ringed).outlineStyle !== "auto") {
    const ratio = contrast(getComputedStyle(ringed).outlineColor, behind(parent(ringed)));
    if (ratio < 3) problems.push(`its ring has ${ratio.toFixed(2)} to 1`);
  }
  const { left, top, right, bottom } = at.getBoundingClientRect();
  const between = (low, high, share) => Math.max(low, 0) + (high - Math.max(low, 0)) * share;
  const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];
  const isIn = ([x, y]) => {
    const hit = root().elementFromPoint(between(left, Math.min(right, innerWidth), x), between(top, Math.min(bottom, innerHeight), y));
    return hit && (at.contains(hit) || (at.closest("label")?.contains(hit) ?? false));
  };
  // 2.4.11
  if (!points.some(isIn)) problems.push("something lies over it, or it is not in view");
  const group = at.type === "radio" ? `radio ${at.name || at.closest("fieldset, tr")?.className}` : null;
  return { name: name(at), group, problems, place: [left, top + scrollY, right, bottom + scrollY], rtl: getComputedStyle(at).direction === "rtl", isInText: at.closest(".passage") !== null };
};

// 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 2.4.13: Tab leads through everything, in the order in which it is read, out
// of the quiz at its end, and back again.
export async function walkThrough(page) {
  const isThereAndBack = (await page.evaluate(() => document.documentElement.dir)) === "ltr";
  const found = [];
  const walk = async (from, to, key) => {
    await page.locator(from).focus();
    const stops = [];
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press(key);
      const here = await page.evaluate(stop);
      if (here.id !== undefined) {
        if (here.id !== to) found.push(`${key} loses the focus after ${stops.at(-1)?.name}`);
        return stops;
      }
      stops.push(here);
    }
    found.push(`${key} does not lead out of the quiz`);
    return stops;
  };
  const forth = await walk("#before", "after", "Tab");
  for (const { name, problems } of forth) found.push(...problems.map((problem) => `${name}: ${problem}`));
  for (const [index, { name, place: [left, top, right, bottom], rtl, isInText }] of forth.slice(1).entries()) {
    const [lastLeft, lastTop, lastRight, lastBottom] = forth[index].place;
    const isBeside = top < lastBottom - 2 && bottom > lastTop + 2;
    // Gaps stand as the words around them run, which may be another way than the page.
    if (isInText && isBeside) continue;
    const isBefore = isBeside ? (rtl ? right > lastRight + 1 && left > lastLeft : left < lastLeft - 1 && right < lastRight) : bottom <= lastTop;
    if (isBefore) found.push(`${name} has the focus after ${forth[index].name}, and stands before it`);
  }
  if (!isThereAndBack) return found;
  const back = await walk("#after", "before", "Shift+Tab");
  const names = (stops) => [...new Set(stops.map(({ name, group }) => group ?? name))];
  const [there, again] = [names(forth), names(back).reverse()];
  if (there.length !== again.length) found.push(`Tab finds ${there.length} controls, Shift+Tab ${again.length}`);
  return found;
}

// The accessibility tree that Chromium hands to screen readers, as lines: role, name, state.
export async function accessibilityTree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  // The others say nothing, or are called otherwise in other versions of the browser.
  const told = "alert button cell checkbox columnheader combobox form group heading image link list listitem progressbar radio row rowheader status table textbox timer";
  const ROLES = { ...Object.fromEntries(told.split(" ").map((role) => [role, role])), DisclosureTriangle: "disclosure", MathMLMath: "formula", StaticText: "text" };
  const STATES = ["checked", "pressed", "selected", "expanded", "disabled", "readonly", "valuetext", "live"];
  const write = (node, depth, inside) => {
    const role = node.role?.value;
    const name = node.name?.value?.trim().replace(/\s+/g, " ") ?? "";
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    const isPlain = node.ignored || !ROLES[role] || (role === "StaticText" && (!name || inside.includes(name)));
    if (!isPlain) {
      const property = (wanted) => node.properties?.find((property) => property.name === wanted)?.value.value;
      const states = STATES.map((state) => [state, property(state)]).filter(([, value]) => ![undefined, false, "", "false"].includes(value));
      const value = node.value?.value;
      const parts = [
        ROLES[role],
        name && JSON.stringify(name),
        role === "heading" && `level=${property("level")}`,
        ...states.map(([state, value]) => (value === true || value === "true" ? state : `${state}=${value}`)),
        value !== undefined && value !== "" && role !== "StaticText" && `value=${JSON.stringify(value)}`,
        node.description?.value && `described=${JSON.stringify(node.description.value)}`,
      ];
      lines.push("  ".repeat(depth) + parts.filter(Boolean).join(" "));
    }
    // What a formula is made of is the browser's business.
    if (role === "MathMLMath" || role === "InlineTextBox" || role === "ListMarker") return;
    for (const child of children) write(child, isPlain ? depth : depth + 1, isPlain ? inside : name || inside);
  };
  const main = nodes.find((node) => node.role?.value === "main");
  const ours = (main.childIds ?? []).map((id) => byId.get(id));
  for (const node of ours) write(node, 0, "");
  const nameless = nodes.filter((node) => !node.ignored && !node.name?.value && node.properties?.some(({ name, value }) => name === "focusable" && value.value) && /button|radio|checkbox|textbox|combobox|link|DisclosureTriangle|progress/i.test(node.role?.value ?? ""));
  const outline = lines.filter((line) => !/^heading "A course"|^button "(Before|After)"/.test(line)).join("\n");
  return { outline, nameless: nameless.map((node) => `a ${node.role.value} has no name`) };
}
