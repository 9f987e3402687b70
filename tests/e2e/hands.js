// Hands: each takes hold, moves and lets go, at places of the window.

export const mouse = (page) => ({
  down: async (at) => (await page.mouse.move(...at), await page.mouse.down()),
  move: (at) => page.mouse.move(...at, { steps: 5 }),
  up: () => page.mouse.up(),
});
export async function finger(page) {
  const client = await page.context().newCDPSession(page);
  const send = (type, at) => client.send("Input.dispatchTouchEvent", { type, touchPoints: at ? [{ x: at[0], y: at[1] }] : [] });
  let last;
  return {
    down: (at) => ((last = at), send("touchStart", at)),
    async move(at) {
      for (const part of [0.3, 0.6, 1]) await send("touchMove", last.map((from, axis) => from + (at[axis] - from) * part));
      last = at;
    },
    up: () => send("touchEnd"),
    cancel: () => send("touchCancel"),
  };
}
export async function pen(page) {
  const client = await page.context().newCDPSession(page);
  const send = (type, [x, y], buttons = 1) => client.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons, clickCount: 1, pointerType: "pen" });
  let last;
  return {
    down: (at) => ((last = at), send("mousePressed", at)),
    async move(at) {
      for (const part of [0.3, 0.6, 1]) await send("mouseMoved", last.map((from, axis) => from + (at[axis] - from) * part));
      last = at;
    },
    up: () => send("mouseReleased", last, 0),
  };
}

// Its middle, in the window.
export const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};
