import type { Plan, PlannedRun } from "./plan.ts"

/**
 * Runs that share a trained model, or a part of them: a pure function of what it holds, so that doing it twice
 * harms nothing. JSON-safe.
 */
export interface Task {
  readonly id: string
  /** The task that trains the model; it ends before this one begins. Null for those that train. */
  readonly after: string | null
  /** Steps that are left out. */
  readonly without: ReadonlyArray<string>
  /** Those that share evidence stand next to each other. */
  readonly runs: ReadonlyArray<PlannedRun>
}

/** Runs of a task at most: what a worker holds before it asks for more. */
const most = 512

/**
 * The tasks that are left when the runs of `done` are, those with the same data next to each other. No model is
 * trained twice: what shares one is one task, or, where there would be too few tasks for `parallel` workers, a first
 * run that trains it and further tasks after that.
 */
export const tasksOf = (plan: Plan, done: ReadonlySet<string>, parallel: number): ReadonlyArray<Task> => {
  const groups = new Map<string, Array<PlannedRun>>()
  for (const run of plan.runs) {
    if (done.has(run.key)) continue
    const group = groups.get(run.keys["learn"]!)
    if (group === undefined) groups.set(run.keys["learn"]!, [run])
    else group.push(run)
  }
  const few = groups.size < 4 * parallel && parallel > 1
  const order = <A>(items: ReadonlyArray<A>, name: (item: A) => string): ReadonlyArray<A> => {
    const rank = new Map<string, number>()
    for (const item of items) if (!rank.has(name(item))) rank.set(name(item), rank.size)
    return items.toSorted((a, b) => rank.get(name(a))! - rank.get(name(b))!)
  }
  return order([...groups.values()], (runs) => runs[0]!.keys["observe"]!).flatMap((group): ReadonlyArray<Task> => {
    const runs = order(group, (run) => run.keys["gather"]!)
    const id = runs[0]!.keys["learn"]!
    const size = few ? Math.min(most, Math.ceil(runs.length / (4 * parallel))) : most
    const first = few ? 1 : size
    const tasks: Array<Task> = [{ id, after: null, without: plan.without, runs: runs.slice(0, first) }]
    for (let at = first; at < runs.length; at += size) {
      tasks.push({ id: `${id}/${at}`, after: id, without: plan.without, runs: runs.slice(at, at + size) })
    }
    return tasks
  })
}
