import { openLanguage, tags } from "@rulescope/preset/languages"
import { firstLanguage, LanguageProvider, ThemeProvider } from "@rulescope/ui"
import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { openAddress } from "./source/openAddress.ts"

const load = (tag: string) => openLanguage(tag, ["ui", "atlas", "figures"])

const first = await firstLanguage(tags, load)
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <ThemeProvider>
      <LanguageProvider first={first} tags={tags} load={load}>
        <App first={openAddress(location.search)} />
      </LanguageProvider>
    </ThemeProvider>
  </StrictMode>
)
