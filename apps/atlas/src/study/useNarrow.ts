import { useSyncExternalStore } from "react"

/** As in study.css: there is no room for the filters beside the rest. */
const narrow = (): MediaQueryList => matchMedia("(max-width: 60rem)")

const follow = (notify: () => void): (() => void) => {
  const query = narrow()
  query.addEventListener("change", notify)
  return () => query.removeEventListener("change", notify)
}

/** Whether the page is too narrow for two columns. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => narrow().matches)
