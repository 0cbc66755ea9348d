import { buildPage, pages } from "../../../scripts/build-page.ts"

/** Once before the browser tests: every page from the sources as they are. */
export default (): void => {
  for (const page of pages()) buildPage(page)
}
