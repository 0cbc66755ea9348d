import { StageCache } from "@rulescope/core"
import { serveTasks } from "../src/node/index.ts"
import { subjects } from "./fragile.ts"

serveTasks(subjects, StageCache.layerMemory)
