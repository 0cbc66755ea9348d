interface ProgressProps {
  readonly label: string
  /** 0 to 1; undefined while nobody knows how long it takes. */
  readonly value?: number | undefined
}

export const Progress = ({ label, value }: ProgressProps) => (
  <div className="rs-progress">
    <span>{label}</span>
    <progress aria-label={label} {...(value === undefined ? {} : { value, max: 1 })} />
  </div>
)
