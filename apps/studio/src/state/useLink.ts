import { type Dispatch, useEffect } from "react"
import { specInLink } from "../keep/link.ts"
import { draftOf } from "./draft.ts"
import type { Action } from "./studio.ts"

/** Follows links that carry a spec: the one the page was opened with, and those that are followed on it. */
export const useLink = (dispatch: Dispatch<Action>): void => {
  useEffect(() => {
    const follow = () => {
      const linked = specInLink(location.hash)
      if (linked === null) return
      if (linked.ok) dispatch({ kind: "draft", draft: draftOf(linked.value) })
      else dispatch({ kind: "trouble", trouble: linked.why })
    }
    follow()
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [dispatch])
}
