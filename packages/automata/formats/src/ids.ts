/**
 * Ids of all formats in the order in which they are asked; what is any text comes last. Imported apart, since a list of
 * them needs no readers.
 */
export const formatIds = [
  "npy",
  "npz",
  "gif",
  "png",
  "jpeg",
  "macrocell",
  "life-1.05",
  "life-1.06",
  "mcell",
  "apgcode",
  "rle",
  "cells",
  "lists",
  "long",
  "text"
] as const
