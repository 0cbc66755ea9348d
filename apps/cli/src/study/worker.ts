import { subjects } from "@rulescope/preset"
import { serveTasks } from "@rulescope/study/node"
import { workerData } from "node:worker_threads"
import { environment, type WorkerData } from "./environment.ts"

serveTasks(subjects, environment(workerData as WorkerData))
