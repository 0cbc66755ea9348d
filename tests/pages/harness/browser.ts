import { existsSync } from "node:fs"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"

const path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((one) => existsSync(one))

/** Debian's Chromium is there; without it the tests that drive it are skipped, by name. */
export const haveBrowser = path !== undefined

/** Chromium without a window. WebGL and WebGPU run in software where there is no graphics card. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path!,
    args: ["--no-sandbox", "--enable-unsafe-swiftshader", "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"]
  })

/** A page with everything that went wrong on it: script errors, console errors, refused or foreign requests. */
export interface Visit {
  readonly page: Page
  readonly wrong: ReadonlyArray<string>
}

export interface VisitOptions extends BrowserContextOptions {
  readonly language?: "en-GB" | "zh-CN"
}

/** Opens a page in a fresh profile; what it asks of other hosts is refused and noted. */
export const visit = async (
  browser: Browser,
  url: string,
  { language = "en-GB", ...options }: VisitOptions = {}
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: language,
    reducedMotion: "reduce",
    acceptDownloads: true,
    ...options
  })
  // For machines with other work; what takes so long on an idle one is broken.
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const wrong: Array<string> = []
  const own = new URL(url).origin
  await page.route(
    (target) => target.origin !== own && !/^(?:blob|data):/.test(target.protocol),
    (route) => {
      wrong.push(`asks ${route.request().url()}`)
      return route.abort()
    }
  )
  page.on("pageerror", (error) => wrong.push(`throws ${error.message}`))
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`logs ${message.text()}`)
  })
  await page.goto(url)
  return { page, wrong }
}
