import { openPicked } from "./openPicked.ts"
import { openServed } from "./served.ts"
import { type StudySource, Unreadable } from "./StudySource.ts"

/**
 * The study that the page's own address names with `?study=`: a folder that `rulescope study open` serves (it ends in
 * a slash), or an exported file or database beside the page. Nothing from another origin: the policy forbids it.
 */
export const openAddress = (search: string): (() => Promise<StudySource>) | undefined => {
  const named = new URLSearchParams(search).get("study")
  if (named === null) return undefined
  const url = new URL(named, document.baseURI)
  if (url.pathname.endsWith("/")) return () => Promise.resolve(openServed(url))
  return async () => {
    const name = decodeURIComponent(url.pathname.split("/").at(-1)!)
    const response = await fetch(url).catch(() => null)
    if (response?.ok !== true) throw new Unreadable("unreachable", named)
    return openPicked({ name, files: [new File([await response.blob()], name)] })
  }
}
