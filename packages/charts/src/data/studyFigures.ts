import type { Unit } from "./valueScale.ts"

/** Figures of studies as data. All words come with them, so that they stand in any language. */
interface StudyFigure {
  readonly title: string
  /** Below the title, joined with dots. */
  readonly notes: ReadonlyArray<string>
}

interface Interval {
  readonly low: number
  readonly high: number
}

/** One value of an axis. */
interface LevelRow {
  readonly label: string
  /** What is compared with. */
  readonly baseline: boolean
  /** The numbers in words, at the right. */
  readonly text: string
  /** A second line in smaller type, such as "2 runs failed"; "" for none. */
  readonly remark: string
  /** Where the row leads when the figure stands in a page. */
  readonly href?: string
}

/** The values of one axis under its name. */
interface LevelGroup<Row extends LevelRow> {
  readonly title: string
  readonly rows: ReadonlyArray<Row>
}

export interface EffectRow extends LevelRow {
  /** Null without any run. */
  readonly value: number | null
  /** Null with too few seeds. */
  readonly interval: Interval | null
}

/** Means with intervals along axes. */
export interface EffectFigure extends StudyFigure {
  readonly unit: Unit
  readonly groups: ReadonlyArray<LevelGroup<EffectRow>>
  /** A value to draw a line at through all groups, such as 0 for differences; null for the baseline of every group. */
  readonly reference: number | null
  readonly words: { readonly mean: string; readonly baseline: string; readonly few: string }
}

export interface RateRow extends LevelRow {
  readonly successes: number
  readonly trials: number
  /** Of the trials, those that failed before they could tell. */
  readonly failed: number
  readonly interval: Interval
}

/** Shares of success along axes. */
export interface RateFigure extends StudyFigure {
  readonly groups: ReadonlyArray<LevelGroup<RateRow>>
  readonly words: {
    readonly success: string
    readonly other: string
    readonly failed: string
    readonly interval: string
  }
}

export interface HeatCell {
  /** Null without any value. */
  readonly value: number | null
  readonly text: string
  /** Too few seeds to rely on. */
  readonly few: boolean
  /** All about the cell, in its tooltip. */
  readonly title: string
  readonly href?: string
}

/** A table of two axes. */
export interface HeatMap extends StudyFigure {
  readonly unit: Unit
  readonly down: { readonly title: string; readonly labels: ReadonlyArray<string> }
  readonly across: { readonly title: string; readonly labels: ReadonlyArray<string> }
  /** Row after row. */
  readonly cells: ReadonlyArray<HeatCell>
  readonly words: { readonly few: string; readonly none: string }
}
