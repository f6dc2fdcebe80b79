import type { ShapeMaker } from '../../shape-maker.ts'
import { fullName } from '../person/parts.ts'
import { sentence } from '../text/sentence.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A small document: `<note id="17"><author>…</author><text>…</text></note>`. */
export const xml: ShapeMaker<'xml'> = {
  compile() {
    return (draws, { suffix }) =>
      `<note id="${suffix ?? 1 + draws.below(60, 9999)}"><author>${escaped(fullName(draws))}</author><text>${escaped(sentence(draws, 40))}</text></note>`
  },
}
