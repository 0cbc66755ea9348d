import type { StudyRow } from "@rulescope/study"
import type { Group } from "../rows/groups.ts"

/** One line of the table. */
export type Item =
  | { readonly kind: "run"; readonly row: StudyRow }
  | { readonly kind: "group"; readonly group: Group; readonly open: boolean }

/** Groups as lines, each followed by its runs where it is open. */
export const itemsOf = (groups: ReadonlyArray<Group>, open: ReadonlySet<string>): ReadonlyArray<Item> =>
  groups.flatMap((group): ReadonlyArray<Item> => {
    const isOpen = open.has(group.id)
    const head: Item = { kind: "group", group, open: isOpen }
    return isOpen ? [head, ...group.rows.map((row): Item => ({ kind: "run", row }))] : [head]
  })
