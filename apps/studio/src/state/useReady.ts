import { useEffect, useRef, useState } from "react"
import { fetchLater } from "../later.ts"
import type { Laboratory } from "../run/laboratory.ts"

/** How long after it was loaded the page fetches what it does without at first, in milliseconds. */
const quietMs = 500

/** Whether everything that a run needs has been loaded, so that the page goes on without its server. */
export const useReady = (laboratory: Laboratory): boolean => {
  const [ready, setReady] = useState(false)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const fetchAll = () =>
      void Promise.all([fetchLater(), laboratory.warm()]).then(
        ([, warm]) => setReady(warm),
        // The network is away already: what is missing is said where it is missed.
        () => undefined
      )
    const whenQuiet = () => setTimeout(fetchAll, quietMs)
    if (document.readyState === "complete") whenQuiet()
    else addEventListener("load", whenQuiet, { once: true })
  }, [laboratory])
  return ready
}
