export { trajectory } from "./Trajectory.ts"
