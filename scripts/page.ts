/** How the pages are built: what every vite.config.ts of `apps/` is made of. */
import type { UserConfig } from "vite"

/**
 * Static files under `page/` that any web server can serve from any folder. Nothing is written into the HTML: the
 * pages forbid inline scripts and styles.
 */
export const pageConfig: UserConfig = {
  base: "./",
  publicDir: false,
  build: {
    outDir: "page",
    emptyOutDir: true,
    target: "es2024",
    modulePreload: { polyfill: false },
    // A file that is inlined as a data: URL would need a weaker content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    manifest: "manifest.json"
  },
  worker: { format: "es" }
}
