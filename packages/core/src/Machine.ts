import { Context } from "effect"

/**
 * What computes, where results differ by it: the backend of tensors, as it was asked for. Part of the keys of steps
 * that compute on it. Whoever provides a backend says which.
 */
export const Machine = Context.Reference<string>("@rulescope/core/Machine", { defaultValue: () => "any" })
