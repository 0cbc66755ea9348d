import { LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { StudioProvider } from "./state/StudioProvider.tsx"

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider>
        <StudioProvider>
          <App />
        </StudioProvider>
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)
