import { LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { openAddress } from "./source/openAddress.ts"

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider>
        <App first={openAddress(location.search)} />
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)
