import { jsonErrorAt } from './json-error-at.ts'
import { type Raw, shownAt } from './raw.ts'

/** Reads JSON to the letter: no comments, no trailing commas. */
export function parseJson(text: string): Raw {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    const at = jsonErrorAt(text)
    return { message: '', at, found: shownAt(text, at) }
  }
}
