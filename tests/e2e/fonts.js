// Fonts that come with the tests, under the names of fonts that pages ask for: text is drawn alike on a
// machine that has those fonts, has others or has none.
import { readFileSync } from "node:fs";

const SANS = "source-sans-3";
const SERIF = "source-serif-4";
const MONO = "source-code-pro";
const STANDS_FOR = { Avenir: SANS, Consolas: MONO, Georgia: SERIF, Palatino: SERIF, Roboto: SANS, "Segoe UI": SANS, Verdana: SANS };

const file = (font, style) =>
  readFileSync(new URL(`node_modules/@fontsource-variable/${font}/files/${font}-latin-wght-${style}.woff2`, import.meta.url));

// For the whole page, before it is opened.
export async function bringFonts(page) {
  await page.route("**/test-fonts/**", (route) => {
    const [font, style] = new URL(route.request().url()).pathname.split("/").slice(-2);
    return route.fulfill({ body: file(font, style), contentType: "font/woff2" });
  });
}

// Once it is open: waits until they are there.
export async function useFonts(page) {
  const face = (family, font, style) =>
    `@font-face { font-family: "${family}"; font-weight: 200 900; font-style: ${style}; src: url("/test-fonts/${font}/${style}") }`;
  const faces = Object.entries(STANDS_FOR).flatMap(([family, font]) => ["normal", "italic"].map((style) => face(family, font, style)));
  await page.addStyleTag({ content: faces.join("\n") });
  await page.evaluate(() => document.fonts.ready);
}
