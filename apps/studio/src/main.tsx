import { openLanguage, tags } from "@rulescope/preset/languages"
import { firstLanguage, LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { lastWork } from "./kept/work.ts"
import { StudioProvider } from "./state/StudioProvider.tsx"

const load = (tag: string) => openLanguage(tag, ["ui", "studio", "figures"])

const [first, restored] = await Promise.all([firstLanguage(tags, load), lastWork()])
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider first={first} tags={tags} load={load}>
        <StudioProvider restored={restored}>
          <App />
        </StudioProvider>
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)
