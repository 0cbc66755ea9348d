import { useEffect, useRef } from "react"

/** Calls `tick` so many times a second while `playing`, at most once a picture, as the screen draws. */
export const useTicker = (playing: boolean, perSecond: number, tick: () => void): void => {
  const latest = useRef(tick)
  latest.current = tick
  useEffect(() => {
    if (!playing) return
    let last = -Infinity
    let request = requestAnimationFrame(function next(now) {
      // A little early is better than one picture late.
      if (now - last >= 1000 / perSecond - 2) {
        last = now
        latest.current()
      }
      request = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(request)
  }, [playing, perSecond])
}
