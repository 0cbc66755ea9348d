import { LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { fetchLater, later } from "./later.ts"
import { StudioProvider } from "./state/StudioProvider.tsx"

/** What stages say when something fails comes with the first failure that a page in Chinese shows. */
const translations = { zh: async () => (await later.sentences()).inChinese }

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider translations={translations}>
        <StudioProvider>
          <App />
        </StudioProvider>
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)

fetchLater()
