import { afterAll, assert, beforeAll } from "@effect/vitest"
import type { Browser, Page } from "playwright-core"
import { openBrowser, type Visit, visit, type VisitOptions } from "./browser.ts"
import { serve, type Site } from "./server.ts"

/** A built page, served while the tests of the surrounding `describe` run, and a browser to open it in. */
export const served = (name: string) => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openBrowser(), serve(name)])
  })
  afterAll(async () => {
    await browser.close()
    await site.close()
  })
  /** Opens an address in a fresh profile, defaults to the page's own. */
  const open = (options?: VisitOptions, address = site.url): Promise<Visit> => visit(browser, address, options)
  return {
    /** Where the page lies, with a slash at its end. */
    url: (): string => site.url,
    open,
    /** Opens the page, does something on it, and looks whether anything went wrong in the background. */
    on: async (work: (page: Page, visited: Visit) => Promise<void>, options?: VisitOptions): Promise<void> => {
      const visited = await open(options)
      await work(visited.page, visited)
      assert.deepStrictEqual(visited.wrong, [])
      await visited.page.context().close()
    }
  }
}
