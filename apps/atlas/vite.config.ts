import { defineConfig } from "vite"
import { pageConfig } from "../../scripts/page.ts"

export default defineConfig(pageConfig)
