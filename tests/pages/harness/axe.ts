import axe from "axe-core"
import type { Page } from "playwright-core"

/** What axe finds that is serious or critical, one line each; the page's policy forbids injected scripts, so it is evaluated. */
export const seriousProblems = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ help, id, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`))
}
