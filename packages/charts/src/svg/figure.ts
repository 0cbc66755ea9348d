import { escaped, tag } from "./markup.ts"
import { fontFamily } from "./text.ts"
import type { Theme } from "./theme.ts"

/** Width of every chart in user units. */
export const figureWidth = 960
/** Space left and right of a chart's contents. */
export const margin = 24

/** Reference to the hatching of what is undetermined or unobserved. */
export const hatched = (theme: Theme): string => `url(#rulescope-hatch-${theme.name})`

// Figures of one theme share the id on a page that shows several: the definitions are the same.
const hatching = (theme: Theme): string =>
  tag(
    "pattern",
    {
      id: `rulescope-hatch-${theme.name}`,
      width: 6,
      height: 6,
      patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)"
    },
    tag("rect", { width: 6, height: 6, fill: theme.background }),
    tag("rect", { width: 2, height: 6, fill: theme.hatch })
  )

/** A whole figure: root element, title for screen readers, background, hatching, contents. */
export const figure = (
  size: { readonly width: number; readonly height: number },
  title: string,
  theme: Theme,
  ...contents: ReadonlyArray<string>
): string =>
  tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${size.width} ${size.height}`,
      width: size.width,
      height: size.height,
      // An image has no parts; one whose parts lead somewhere is a group of them.
      role: contents.some((content) => content.includes("<a ")) ? "group" : "img",
      "aria-label": title,
      "font-family": fontFamily,
      "font-size": 12,
      fill: theme.ink
    },
    tag("title", {}, escaped(title)),
    tag("defs", {}, hatching(theme)),
    tag("rect", { width: size.width, height: size.height, fill: theme.background }),
    ...contents
  )
