/** `engines.node` of every package that is published. */
export const nodeRange = ">=22.19"
