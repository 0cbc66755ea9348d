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

const parts = (Object.keys(light) as ReadonlyArray<keyof Theme>).filter(
  (part): part is Exclude<keyof Theme, "name" | "further"> => part !== "name" && part !== "further"
)

/** Declarations of the CSS variables that a figure of the theme "page" is drawn with. */
export const themeVariables = (name: "light" | "dark"): string => {
  const theme = name === "dark" ? dark : light
  return [
    ...parts.map((part) => `--rulescope-${part}:${theme[part]}`),
    ...theme.further.map((colour, i) => `--rulescope-further-${i}:${colour}`)
  ].join(";")
}

const page: Theme = {
  ...light,
  ...Object.fromEntries(parts.map((part) => [part, `var(--rulescope-${part})`])),
  name: "page",
  further: light.further.map((_, i) => `var(--rulescope-further-${i})`)
}

/** How to draw an SVG. */
export interface SvgOptions {
  /** "page" is for a figure inside a page that has the variables of `themeVariables`; default "light". */
  readonly theme?: Theme["name"]
}

export const themeOf = ({ theme = "light" }: SvgOptions): Theme => ({ light, dark, page })[theme]
