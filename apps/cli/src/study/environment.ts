import type { Files, StageCache } from "@rulescope/core"
import { DiskCache, DiskFiles } from "@rulescope/library/node"
import { Backend } from "@rulescope/tensor"
import { Layer } from "effect"
import type { Named } from "../plugins/load.ts"

/** What a worker is started with. */
export interface WorkerData {
  /** Folder of the stage cache. */
  readonly artefacts: string
  /** Folder that relative paths of recordings are meant from. */
  readonly root: string
  readonly backend: Backend.Preference
  /** Plugins from outside, loaded by every worker. */
  readonly plugins: ReadonlyArray<Named>
}

/** All that the tasks of a study need from outside. */
export const environment = ({
  artefacts,
  backend,
  root
}: WorkerData): Layer.Layer<StageCache.StageCache | Files | Backend.Backend> =>
  Layer.mergeAll(DiskCache.layer(artefacts), DiskFiles.layerIn(root), Backend.layer(backend))
