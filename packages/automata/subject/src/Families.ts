import type { FamilyKind } from "@rulescope/lattice"
import { Context } from "effect"

/** The kinds of families that a run knows: whose rules its plugins can read, and among which it looks. */
export class Families extends Context.Service<Families, ReadonlyArray<FamilyKind>>()("@rulescope/automata/Families") {}
