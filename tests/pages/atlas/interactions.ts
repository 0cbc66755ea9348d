import type { Page } from "playwright-core"

/** What people do in an open study, by name: a press on an element, or a choice of one. */
const interactions = [
  ["filter by a value", ".facet-value input"],
  ["take the filter back", ".facet-value input"],
  ["sort by a metric", ".runs th:last-child button"],
  ["group by the first axis", ".view-choices select", 1],
  ["group by all axes", ".view-choices select", -1],
  ["take the groups back", ".view-choices select", 0],
  ["plots along the axes", ".rs-tab:nth-child(2)"],
  ["another metric along the axes", ".view-choices select", "next"],
  ["filter the plots", ".facet-value input"],
  ["map of the filtered runs", ".rs-tab:nth-child(3)"],
  ["the map of all runs again", ".facet-value input"],
  ["the table again", ".rs-tab:nth-child(1)"]
] as const

/**
 * Presses or chooses in the page, and tells after how many milliseconds what came of it is painted, a figure that
 * follows included.
 */
const inPage = `async (selector, option) => {
  const element = document.querySelector(selector)
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const figure = document.querySelector(".rs-figure svg")
  const begun = performance.now()
  if (option === undefined) element.click()
  else {
    const { length } = element.options
    element.selectedIndex = option === "next" ? (element.selectedIndex + 1) % length : (option + length) % length
    element.dispatchEvent(new Event("change", { bubbles: true }))
  }
  await painted()
  // Nothing in a view of figures is pressed here that does not redraw them; in ten seconds it is drawn or broken.
  while (figure?.isConnected && performance.now() - begun < 10_000) await painted()
  return performance.now() - begun
}`

/** Milliseconds of every interaction, the fastest of three rounds: other programs make one slow, none makes it fast. */
export const timeInteractions = async (page: Page): Promise<ReadonlyArray<readonly [name: string, ms: number]>> => {
  const best = new Map<string, number>()
  for (let round = 0; round < 3; round++) {
    for (const [name, selector, option] of interactions) {
      const ms = await page.evaluate<number>(`(${inPage})(${JSON.stringify(selector)}, ${JSON.stringify(option)})`)
      best.set(name, Math.min(ms, best.get(name) ?? Infinity))
    }
  }
  return [...best]
}

/** Scrolls the table from one end to the other in sixty jumps and gives the median time of a frame, in milliseconds. */
export const timeScrolling = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const table = document.querySelector(".runs")
    const frames = []
    let before = performance.now()
    for (let i = 0; i <= 60; i++) {
      table.scrollTop = (i / 60) * (table.scrollHeight - table.clientHeight)
      const now = await new Promise((frame) => requestAnimationFrame(frame))
      if (i > 1) frames.push(now - before)
      before = now
    }
    return frames.sort((a, b) => a - b)[frames.length >> 1]
  })()`)
