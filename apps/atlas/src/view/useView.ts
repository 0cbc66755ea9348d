import { useCallback, useMemo, useSyncExternalStore } from "react"
import { fromHash, toHash, type ViewState } from "./ViewState.ts"

/** `replaceState` tells nobody. */
const changed = "rulescope-view"

const follow = (notify: () => void): (() => void) => {
  const events = ["hashchange", "popstate", changed]
  for (const event of events) addEventListener(event, notify)
  return () => {
    for (const event of events) removeEventListener(event, notify)
  }
}

export interface ViewControl {
  readonly state: ViewState
  /** Changes the view; opening a run or another view is a step that the browser's back button undoes. */
  readonly change: (changes: Partial<ViewState>) => void
  /** The address of the view as it would be with these changes. */
  readonly link: (changes: Partial<ViewState>) => string
}

/** The view, kept in the address and nowhere else. */
export const useView = (): ViewControl => {
  const hash = useSyncExternalStore(follow, () => location.hash)
  const state = useMemo(() => fromHash(hash), [hash])
  const change = useCallback((changes: Partial<ViewState>) => {
    const next = `#${toHash({ ...fromHash(location.hash), ...changes })}`
    if ("run" in changes || "view" in changes) history.pushState(null, "", next)
    else history.replaceState(null, "", next)
    dispatchEvent(new Event(changed))
  }, [])
  const link = useCallback((changes: Partial<ViewState>) => `#${toHash({ ...state, ...changes })}`, [state])
  return useMemo(() => ({ state, change, link }), [state, change, link])
}
