interface FigureProps {
  /** Markup from `@rulescope/charts`: our own text, escaped there. */
  readonly svg: string
  readonly className?: string
}

/** A figure of `@rulescope/charts`. It keeps a readable size and scrolls sideways where the page is narrower. */
export const Figure = ({ className, svg }: FigureProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
  <div className={["rs-figure", className].filter(Boolean).join(" ")} tabIndex={0} role="group">
    <div dangerouslySetInnerHTML={{ __html: svg }} />
  </div>
)
