import { LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { openAddress } from "./source/openAddress.ts"

/** What stages say when something fails comes with the first failure that a page in Chinese shows. */
const translations = { zh: async () => (await import("@rulescope/chinese/sentences")).inChinese }

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider translations={translations}>
        <App first={openAddress(location.search)} />
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)
