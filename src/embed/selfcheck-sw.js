// A service worker that keeps quizzes for when the network is gone. docs/hosting.md tells how to use it, by
// itself or from a worker of your own:
//   self.selfcheck = { folder: "/selfcheck/", banks: ["/banks/"], keep: ["/course/module-3.html"] };
//   importScripts("/selfcheck/selfcheck-sw.js");
(() => {
  // What quizzes run on, with the SHA-256 of each file: filled in by scripts/worker.mjs.
  const { build, files } = FILES_OF_THE_BUILD;

  const given = self.selfcheck ?? {};
  const queried = new URLSearchParams(location.search).getAll("keep");
  const whole = (address) => new URL(address, location.href).href;
  const folder = whole(given.folder ?? "./");
  const folders = [...["banks/", "locales/", "themes/"].map((name) => folder + name), ...(given.banks ?? []).map(whole)];
  const pages = new Set([...(given.keep ?? []), ...queried].map((address) => plain(whole(address))));

  const mine = `selfcheck ${folder} `;
  const program = `${mine}build ${build}`;
  const used = `${mine}used`;

  /** An address without what stands behind its path. */
  function plain(address) {
    return address.split(/[?#]/)[0];
  }

  const isProgram = (address) => address.startsWith(folder) && Object.hasOwn(files, address.slice(folder.length));
  const isUsed = (address) => pages.has(address) || folders.some((start) => address.startsWith(start));
  const find = async (name, address) => (await caches.open(name)).match(address, { ignoreSearch: true, ignoreVary: true });

  /** All files of this build or none: where a host has only some of them yet, the worker before it stays. */
  async function install() {
    const cache = await caches.open(program);
    await Promise.all(
      Object.entries(files).map(async ([name, hash]) => {
        const response = await fetch(folder + name, { cache: "no-cache" });
        const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
        if (btoa(String.fromCharCode(...new Uint8Array(digest))) !== hash) {
          throw new Error(`selfcheck: ${folder}${name} is not of the build of this worker, or was changed on its way`);
        }
        await cache.put(folder + name, response);
      }),
    );
  }

  /** The builds before are of no use: this runs when the last page that had them is gone. */
  async function activate() {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(mine) && name !== program && name !== used);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  }

  /** As the network has it; as it was kept, where there is none. */
  async function fromNetwork(request) {
    const address = plain(request.url);
    try {
      const response = await fetch(request);
      if (response.status === 200) {
        const copy = response.clone();
        // A browser without room goes on without it.
        await (await caches.open(used)).put(address, copy).catch(() => {});
      }
      return response;
    } catch (error) {
      const kept = await find(used, address);
      if (kept) return kept;
      throw error;
    }
  }

  /** What a page had fetched before there was a worker. */
  async function keep(addresses) {
    for (const address of addresses.filter((address) => isUsed(plain(address)))) {
      if (!(await find(used, plain(address)))) await fromNetwork(new Request(address)).catch(() => {});
    }
  }

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    // A part of a recording cannot be kept as the whole.
    if (request.method !== "GET" || request.headers.has("range")) return;
    const address = plain(request.url);
    if (isProgram(address)) event.respondWith(find(program, address).then((kept) => kept ?? fetch(request)));
    else if (isUsed(address)) event.respondWith(fromNetwork(request));
    // Every other request is the host's.
  });
  self.addEventListener("message", (event) => {
    if (event.data?.type === "selfcheck:keep") event.waitUntil(keep(event.data.addresses));
  });
})();
