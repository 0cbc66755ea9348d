import { StageCache } from "@rulescope/core"
import { serveTasks } from "../src/node/index.ts"
import { registries } from "./fragile.ts"

serveTasks(registries, StageCache.layerMemory)
