import { foldName } from '../assets/fold-name.ts'
import { singular } from '../coherence/singular.ts'

/** A source and a target as a name like `gear_to_setups` or `gearToSetups` may speak of them, the likeliest first. */
export function sidesIn(name: string): readonly { readonly source: string; readonly target: string }[] {
  const cuts = [...name.matchAll(/[_\s.-]+to[_\s.-]+|(?<=[\p{Ll}\p{N}])To(?=\p{Lu})|\s*(?:→|->)\s*/gu)]
  return cuts.flatMap((cut) => {
    const source = name.slice(0, cut.index)
    const target = name.slice(cut.index + cut[0].length)
    return source === '' || target === '' ? [] : [{ source, target }]
  })
}

/** Is a table or pool called so, whatever the style of the name, one or several? */
export const isCalled = (said: string, name: string): boolean =>
  foldName(said) === foldName(name) || folded(said) === folded(name)

const folded = (name: string): string => singular(foldName(name))
