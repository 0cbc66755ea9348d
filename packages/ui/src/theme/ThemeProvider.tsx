import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore
} from "react"
import { remember, remembered } from "../remembered.ts"

/** What the user chose; "system" follows the device. */
export const themeChoices = ["system", "light", "dark"] as const
export type ThemeChoice = (typeof themeChoices)[number]

interface ThemeState {
  readonly choice: ThemeChoice
  /** What is shown: figures and canvases are drawn for it. */
  readonly shown: "light" | "dark"
  readonly choose: (choice: ThemeChoice) => void
}

const ThemeContext = createContext<ThemeState | null>(null)

const systemIsDark = (): MediaQueryList => globalThis.matchMedia("(prefers-color-scheme: dark)")

const followSystem = (notify: () => void): (() => void) => {
  const query = systemIsDark()
  query.addEventListener("change", notify)
  return () => query.removeEventListener("change", notify)
}

/** Keeps the theme of the page: the user's choice, else that of the device. */
export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const [choice, setChoice] = useState<ThemeChoice>(() => remembered("theme", themeChoices) ?? "system")
  const dark = useSyncExternalStore(followSystem, () => systemIsDark().matches)
  // Before effects of children, which ask for the colours that are shown now.
  useLayoutEffect(() => {
    if (choice === "system") delete document.documentElement.dataset["theme"]
    else document.documentElement.dataset["theme"] = choice
  }, [choice])
  const state = useMemo(
    (): ThemeState => ({
      choice,
      shown: choice === "system" ? (dark ? "dark" : "light") : choice,
      choose: (next) => {
        remember("theme", next)
        setChoice(next)
      }
    }),
    [choice, dark]
  )
  return <ThemeContext value={state}>{children}</ThemeContext>
}

export const useTheme = (): ThemeState => {
  const state = useContext(ThemeContext)
  if (state === null) throw new Error("useTheme is used outside ThemeProvider")
  return state
}
