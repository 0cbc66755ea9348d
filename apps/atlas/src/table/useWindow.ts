import { type RefObject, useEffect, useState } from "react"

/** Rows drawn above and below those in sight. */
const beyond = 8

export interface Window {
  /** First row that is drawn, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** The rows of a scrolled list that are worth drawing; all rows are `height` pixels high. */
export const useWindow = (scroller: RefObject<HTMLElement | null>, count: number, height: number): Window => {
  const [place, setPlace] = useState({ top: 0, room: 800 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const note = (): void => setPlace({ top: element.scrollTop, room: element.clientHeight })
    note()
    const sizes = new ResizeObserver(note)
    sizes.observe(element)
    element.addEventListener("scroll", note, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener("scroll", note)
    }
  }, [scroller])
  const from = Math.max(0, Math.min(count, Math.floor(place.top / height)) - beyond)
  return { from, to: Math.min(count, Math.ceil((place.top + place.room) / height) + beyond) }
}
