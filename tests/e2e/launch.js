// How a Chromium is started: what it would ask the network for has nothing to do with the tests.
export const launch = (executablePath) => ({
  executablePath,
  args: ["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking"],
});
