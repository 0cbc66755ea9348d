import { familyById, families, parseRule, explain } from "@rulescope/lattice"
import { decodeRunSpec, type Registries, type RunSpec } from "@rulescope/automata"
import { canonicalJson, type Plugin, Registry } from "@rulescope/core"
import { Effect, type Schema } from "effect"

/** A spec with all defaults filled in, and the versions of its plugins by "stage id". */
export interface Completed {
  readonly spec: RunSpec
  readonly versions: Readonly<Record<string, string>>
}

/** What is wrong with a spec, and in which part of it. */
export interface Misfit {
  /** First part of the path, such as "inferrer". */
  readonly part: string
  readonly detail: string
}

type Choice = RunSpec["backbone"]

/** Completes specs; a choice that many specs share is looked at once. */
export const makeComplete = <R>({ augmenters, backbones, generators, inferrers, verifiers }: Registries<R>) => {
  const seen = new Map<string, { readonly choice: Choice; readonly version: number }>()
  const complete = Effect.fn("complete")(function* <I>(
    registry: Registry.Registry<I, R>,
    part: string,
    choice: Choice
  ) {
    const name = `${part} ${canonicalJson(choice)}`
    const known = seen.get(name)
    if (known !== undefined) return known
    const misfit = ({ message }: { readonly message: string }): Misfit => ({ part, detail: message })
    const entry: Plugin.Entry<I, R> = yield* Effect.mapError(Registry.find(registry, choice.id), misfit)
    const config = yield* Effect.mapError(entry.complete(choice.config), misfit)
    const rule = (config as { readonly rule?: Schema.Json }).rule
    if (typeof rule === "string") {
      const read = parseRule(rule)
      if (!read.ok) return yield* Effect.fail({ part, detail: explain(read.error) } satisfies Misfit)
    }
    const found = { choice: { id: choice.id, config }, version: entry.version }
    seen.set(name, found)
    return found
  })
  return Effect.fn("completeSpec")(function* (raw: Schema.Json) {
    const { name: _, ...decoded } = yield* Effect.mapError(decodeRunSpec(raw), ({ detail }): Misfit => {
      const part = /at \["([^"]+)"\]/.exec(detail)?.[1] ?? ""
      return { part, detail }
    })
    if (decoded.family !== "auto" && familyById(decoded.family) === undefined) {
      const known = ["auto", ...families.map(({ id }) => id)].join(", ")
      return yield* Effect.fail({ part: "family", detail: `no family is called "${decoded.family}"; known: ${known}` })
    }
    const generator = yield* complete(generators, "generator", decoded.generator)
    const backbone = yield* complete(backbones, "backbone", decoded.backbone)
    const inferrer = yield* complete(inferrers, "inferrer", decoded.inferrer)
    const verifier = yield* complete(verifiers, "verifier", decoded.verifier)
    const augmented = yield* Effect.forEach(decoded.augmenters, (choice) => complete(augmenters, "augmenters", choice))
    const versions: Record<string, string> = {}
    for (const [stage, { choice, version }] of Object.entries({ generator, backbone, inferrer, verifier })) {
      versions[`${stage} ${choice.id}`] = String(version)
    }
    for (const { choice, version } of augmented) versions[`augmenter ${choice.id}`] = String(version)
    const spec: RunSpec = {
      ...decoded,
      generator: generator.choice,
      augmenters: augmented.map(({ choice }) => choice),
      backbone: backbone.choice,
      inferrer: inferrer.choice,
      verifier: verifier.choice
    }
    return { spec, versions } satisfies Completed
  })
}
