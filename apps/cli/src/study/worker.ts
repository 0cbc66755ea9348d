import { serveTasks } from "@rulescope/study/node"
import { Effect } from "effect"
import { workerData } from "node:worker_threads"
import { loadPlugins } from "../plugins/load.ts"
import { environment, type WorkerData } from "./environment.ts"

const data = workerData as WorkerData
serveTasks(await Effect.runPromise(loadPlugins(data.plugins)), environment(data))
