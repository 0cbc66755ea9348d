import { type KeyboardEvent, type ReactNode, useId } from "react"

export interface Tab<A extends string> {
  readonly id: A
  readonly label: ReactNode
  readonly content: () => ReactNode
}

interface TabsProps<A extends string> {
  /** What the tabs choose between, for screen readers. */
  readonly label: string
  readonly tabs: ReadonlyArray<Tab<A>>
  readonly selected: A
  readonly onSelect: (id: A) => void
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1
}

/** Tabs as the ARIA practices have them: arrows move, only the selected one is in the tab order. */
export const Tabs = <A extends string>({ label, onSelect, selected, tabs }: TabsProps<A>) => {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const next = moves[event.key]?.(at, tabs.length)
    if (next === undefined) return
    event.preventDefault()
    onSelect(tabs[next]!.id)
    document.getElementById(`${id}-${tabs[next]!.id}`)?.focus()
  }
  const shown = tabs.find((tab) => tab.id === selected)
  return (
    <div className="rs-tabset">
      <div className="rs-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            className="rs-tab"
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? `${id}-panel` : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="rs-tabpanel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`}>
        {shown?.content()}
      </div>
    </div>
  )
}
