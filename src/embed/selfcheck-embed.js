// For a page with quizzes in iframes: keeps each as high as what is in it, and dispatches its events on it.
// <iframe data-selfcheck src="https://your.host/selfcheck/embed.html" title="Practice quiz"></iframe>
(() => {
  const frames = () => [...document.querySelectorAll("iframe[data-selfcheck]")];
  // Says that this page wants to hear. There is nothing in it to keep from anybody, and a frame that has
  // not loaded yet would refuse it with an error if it were for one origin.
  const greet = (frame) => frame.contentWindow?.postMessage({ type: "selfcheck:hello", version: 1 }, "*");

  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || data?.version !== 1) return;
    // A sandboxed frame has no origin.
    const { sandbox } = frame;
    const hasNone = frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
    if (origin !== (hasNone ? "null" : new URL(frame.src).origin)) return;

    const { type, height, name, detail } = data;
    if (type === "selfcheck:height" && height >= 0 && height < 1e5) {
      const countsBorders = getComputedStyle(frame).boxSizing === "border-box";
      frame.style.height = `${height + (countsBorders ? frame.offsetHeight - frame.clientHeight : 0)}px`;
      if (data.asks) greet(frame);
    }
    if (type === "selfcheck:event" && /^selfcheck-[a-z]+$/.test(name)) {
      frame.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
    }
  });
  frames().forEach(greet);
})();
