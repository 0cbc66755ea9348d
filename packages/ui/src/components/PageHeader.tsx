import type { ReactNode } from "react"
import { useLanguage, useTexts } from "../language/LanguageProvider.tsx"
import { nameOf } from "../language/spoken.ts"
import { uiTexts } from "../language/uiTexts.ts"
import { themeChoices, useTheme } from "../theme/ThemeProvider.tsx"
import { Select } from "./Select.tsx"

interface PageHeaderProps {
  readonly title: string
  readonly tagline?: string
  readonly children?: ReactNode
}

/** Name of the page, what belongs to all of it, and the choice of language and theme. */
export const PageHeader = ({ children, tagline, title }: PageHeaderProps) => {
  const texts = useTexts(uiTexts)
  const { choose: chooseLanguage, spoken, tags } = useLanguage()
  const { choice, choose: chooseTheme } = useTheme()
  return (
    <header className="rs-page-head">
      <div className="rs-page-name">
        <h1>{title}</h1>
        {tagline !== undefined && <p className="rs-muted">{tagline}</p>}
      </div>
      {children}
      <div className="rs-row rs-page-choices">
        <Select
          aria-label={texts.language}
          value={spoken.tag}
          options={tags.map((tag) => ({ value: tag, label: nameOf(tag) }))}
          onChange={(tag) => void chooseLanguage(tag)}
        />
        <Select
          aria-label={texts.theme}
          value={choice}
          options={themeChoices.map((value) => ({ value, label: texts.themes[value] }))}
          onChange={chooseTheme}
        />
      </div>
    </header>
  )
}
