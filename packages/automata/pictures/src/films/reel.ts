import { Result } from "effect"
import { type Film, refused, type Seen } from "../film.ts"

/** A picture with the name it goes by in messages. */
export interface NamedFilm {
  readonly name: string
  readonly film: Film
}

/** Films of one size as one, in their order. */
export const reel = (films: ReadonlyArray<NamedFilm>): Seen<Film> => {
  const [first] = films
  const { height, width } = first!.film
  const other = films.find(({ film }) => film.width !== width || film.height !== height)
  if (other !== undefined) {
    return refused(
      `${first!.name} has ${width} × ${height} pixels, ${other.name} has ${other.film.width} × ${other.film.height}`,
      "save all generations in pictures of one size"
    )
  }
  return Result.succeed({
    width,
    height,
    frames: films.reduce((sum, { film }) => sum + film.frames, 0),
    play: (visit) => {
      let from = 0
      for (const { film } of films) {
        film.play((pixels, t) => visit(pixels, from + t))
        from += film.frames
      }
    }
  })
}
