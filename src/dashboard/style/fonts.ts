import interExtended from "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2";
import inter from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2";
import jetBrainsMono from "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2";

/** What of Unicode is in the files, so that the second one is loaded where its letters appear and not before. */
const latin =
  "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD";
const latinExtended =
  "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF";

const faces: [family: string, file: string, weights: string, unicodeRange: string][] = [
  ["Inter Variable", inter, "100 900", latin],
  ["Inter Variable", interExtended, "100 900", latinExtended],
  ["JetBrains Mono Variable", jetBrainsMono, "100 800", latin],
];

/**
 * Makes the page's fonts known. They come from the executable itself, as files of their own: in a style sheet the bundler
 * would write them out as text, a third larger and loaded in any case.
 */
export function addFonts(): void {
  for (const [family, file, weight, unicodeRange] of faces) {
    const face = new FontFace(family, `url(${file}) format("woff2")`, {
      weight,
      unicodeRange,
      display: "swap",
    });
    document.fonts.add(face);
  }
}
