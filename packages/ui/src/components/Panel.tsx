import { type ReactNode, useId } from "react"

interface PanelProps {
  readonly title: ReactNode
  /** Stands at the right of the title: what is done with the whole panel. */
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A titled part of a page. */
export const Panel = ({ actions, children, className, title }: PanelProps) => {
  const heading = useId()
  return (
    <section className={["rs-panel", className].filter(Boolean).join(" ")} aria-labelledby={heading}>
      <header className="rs-panel-head">
        <h2 id={heading}>{title}</h2>
        {actions !== undefined && <div className="rs-row">{actions}</div>}
      </header>
      {children}
    </section>
  )
}
