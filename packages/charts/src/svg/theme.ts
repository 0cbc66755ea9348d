/**
 * Colours of a figure.
 *
 * Source: M. Okabe, K. Ito, Color Universal Design (2008): blue or sky blue for live, vermillion or orange for
 * what is wrong. Nothing rests on colour alone: live is filled, dead is outlined, undetermined is hatched.
 */
export interface Theme {
  readonly name: "light" | "dark" | "page"
  readonly background: string
  /** Text and thresholds. */
  readonly ink: string
  /** Secondary text. */
  readonly muted: string
  readonly grid: string
  readonly live: string
  /** Text on `live`. */
  readonly onLive: string
  readonly dead: string
  readonly deadOutline: string
  readonly hatch: string
  readonly wrong: string
  /** States 2, 3, … of worlds with more than two; repeated when there are more. */
  readonly further: ReadonlyArray<string>
  /** Text on `further`. */
  readonly onFurther: string
}

const light: Theme = {
  name: "light",
  background: "#ffffff",
  ink: "#1b1f24",
  muted: "#59636e",
  grid: "#e3e7eb",
  live: "#0072b2",
  onLive: "#ffffff",
  dead: "#f1f3f5",
  deadOutline: "#7a8590",
  hatch: "#7a8590",
  wrong: "#d55e00",
  further: ["#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#f0e442"],
  onFurther: "#10151a"
}

const dark: Theme = {
  name: "dark",
  background: "#15181d",
  ink: "#e9ecef",
  muted: "#a3adb8",
  grid: "#2d333b",
  live: "#56b4e9",
  onLive: "#10151a",
  dead: "#232930",
  deadOutline: "#8d98a4",
  hatch: "#8d98a4",
  wrong: "#e69f00",
  further: ["#d55e00", "#009e73", "#cc79a7", "#0072b2", "#f0e442"],
  onFurther: "#10151a"
}

/** The colours of a theme by the name of their CSS variable. */
const variables = ({ name: _, further, ...colours }: Theme): ReadonlyArray<readonly [name: string, colour: string]> => [
  ...Object.entries(colours).map(([part, colour]) => [`--rulescope-${part}`, colour] as const),
  ...further.map((colour, i) => [`--rulescope-further-${i}`, colour] as const)
]

/** Declarations of the CSS variables that a figure of the theme "page" is drawn with. */
export const themeVariables = (name: "light" | "dark"): string =>
  variables(name === "dark" ? dark : light)
    .map(([variable, colour]) => `${variable}:${colour}`)
    .join(";")

const page: Theme = {
  ...(Object.fromEntries(Object.keys(light).map((part) => [part, `var(--rulescope-${part})`])) as unknown as Theme),
  name: "page",
  further: light.further.map((_, i) => `var(--rulescope-further-${i})`)
}

/** How to draw an SVG. */
export interface SvgOptions {
  /** "page" is for a figure inside a page that has the variables of `themeVariables`; default "light". */
  readonly theme?: Theme["name"]
}

export const themeOf = ({ theme = "light" }: SvgOptions): Theme => ({ light, dark, page })[theme]
