import { Augmenter, type Registries, type RunSpec } from "@rulescope/automata"
import { canonicalJson, contentKey, Registry } from "@rulescope/core"
import { Effect } from "effect"
import { needsProof } from "../run/metrics.ts"
import type { InvalidStudy } from "../StudyError.ts"
import type { Point } from "../StudyRow.ts"
import type { StudySpec } from "../StudySpec.ts"
import { commandOf } from "./command.ts"
import { expand, type PlannedCell } from "./expand.ts"

/** One run with the names of the stage results that it needs; runs that share a name share the work. JSON-safe. */
export interface PlannedRun {
  readonly run: number
  readonly key: string
  readonly group: string
  readonly point: Point
  readonly seed: number
  /** Complete: all defaults are filled in. */
  readonly spec: RunSpec
  readonly versions: Readonly<Record<string, string>>
  readonly command: string
  /** Names of the data, of the trained model, of the evidence and of the reading. */
  readonly observe: string
  readonly fit: string
  readonly gather: string
  readonly infer: string
}

/** Distinct tasks of every stage; each is computed once. */
export interface Counts {
  readonly runs: number
  readonly observe: number
  readonly fit: number
  readonly gather: number
  readonly infer: number
}

/** A study as the work that it takes. */
export interface Plan {
  readonly study: StudySpec
  readonly runs: ReadonlyArray<PlannedRun>
  readonly counts: Counts
  /** Whether the rules are proved on held-out frames. */
  readonly proof: boolean
}

/** Names of a cell's stage results but for the seed; `purposes` tells which augmenters change what is learned. */
const namesOf = ({ spec, versions }: PlannedCell, purposes: ReadonlyMap<string, string>) => {
  const { augmenters, backbone, family, generator, heldOut, inferrer, stride } = spec
  const at = (stage: string, { id }: { readonly id: string }) => versions[`${stage} ${id}`]
  const augmented = (purpose: string) =>
    augmenters.flatMap((choice, index) =>
      purposes.get(canonicalJson(choice)) === purpose ? [[index, choice, at("augmenter", choice)]] : []
    )
  const observe = contentKey({ generator, version: at("generator", generator), family, heldOut, stride })
  const fit = contentKey({ observe, backbone, version: at("backbone", backbone), lesson: augmented("training") })
  const gather = contentKey({ fit, asked: augmented("statistics") })
  const infer = contentKey({ gather, inferrer, version: at("inferrer", inferrer) })
  return { observe, fit, gather, infer }
}

const distinct = (runs: ReadonlyArray<PlannedRun>, stage: "observe" | "fit" | "gather" | "infer"): number =>
  new Set(runs.map((run) => run[stage])).size

/**
 * Expands a study to its runs and to the distinct stage tasks among them. An augmenter that only touches the
 * statistics costs no training. What different data happen to have in common is not foreseen: `counts` are what
 * is computed at most, and exactly, unless two generators give the same frames or two families the same split.
 */
export const makePlan = Effect.fn("makePlan")(function* <R>(
  registries: Registries<R>,
  study: StudySpec
): Effect.fn.Return<Plan, InvalidStudy, R> {
  const { cells, seeds } = yield* expand(registries, study)
  const purposes = new Map<string, string>()
  for (const choice of cells.flatMap(({ spec }) => spec.augmenters)) {
    const name = canonicalJson(choice)
    if (purposes.has(name)) continue
    const purpose = Effect.map(Augmenter, (augmenter) => augmenter.purpose)
    // The choice is complete, so that opening it cannot fail.
    const augmenter = Effect.provide(purpose, Registry.select(registries.augmenters, choice))
    purposes.set(name, yield* Effect.orDie(augmenter))
  }
  const runs: Array<PlannedRun> = []
  for (const cell of cells) {
    const names = namesOf(cell, purposes)
    for (const seed of seeds) {
      const spec = { ...cell.spec, seed }
      runs.push({
        run: runs.length,
        key: contentKey({ group: cell.group, seed }),
        group: cell.group,
        point: cell.point,
        seed,
        spec,
        versions: cell.versions,
        command: commandOf(spec),
        observe: `${names.observe}/${seed}`,
        fit: `${names.fit}/${seed}`,
        gather: `${names.gather}/${seed}`,
        infer: `${names.infer}/${seed}`
      })
    }
  }
  const counts: Counts = {
    runs: runs.length,
    observe: distinct(runs, "observe"),
    fit: distinct(runs, "fit"),
    gather: distinct(runs, "gather"),
    infer: distinct(runs, "infer")
  }
  return { study, runs, counts, proof: needsProof(study.metrics) } satisfies Plan
})
