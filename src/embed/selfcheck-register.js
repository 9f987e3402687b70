// Registers the service worker that keeps quizzes for when the network is gone: docs/hosting.md.
// <script defer src="/selfcheck/selfcheck-register.js" data-worker="/sw.js"></script>
(async () => {
  const { src, dataset } = document.currentScript;
  const workers = navigator.serviceWorker;
  if (!workers) return; // An old browser, or a page that is not served by https.
  try {
    await workers.register(dataset.worker ?? new URL("selfcheck-sw.js", src));
  } catch (error) {
    console.warn(`selfcheck: this quiz will not work without a network: ${error.message}`);
    return;
  }
  const { active } = await workers.ready;
  const keep = (addresses) => active.postMessage({ type: "selfcheck:keep", addresses });
  // What was fetched before the worker could see it.
  keep([location.href]);
  const tell = (list) => keep(list.getEntries().filter(({ workerStart }) => !workerStart).map(({ name }) => name));
  new PerformanceObserver(tell).observe({ type: "resource", buffered: true });
})();
