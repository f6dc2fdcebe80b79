import type { Unique } from '../../model/recipe.ts'
import type { Frame } from '../rows/frame.ts'

/** The part of a text that makes it unique: the row's path, and `-x<k>` where it does not take its first candidate. */
export function compileSuffix(unique: Extract<Unique, { by: 'path' }>): (frame: Frame) => string {
  const { chosen, scope } = unique
  const own = scope === 'parent' ? place : path
  if (chosen === undefined || chosen.length === 0) return own
  const candidates = new Map(chosen)
  return (frame) => {
    const k = candidates.get(frame.row) ?? 0
    return k === 0 ? own(frame) : `${own(frame)}-x${k}`
  }
}

const path = (frame: Frame): string => frame.path()
/** Its number among its siblings. A row that is given stands beside them. */
const place = (frame: Frame): string => (frame.given ? frame.path() : String(frame.j + 1))

/** `text-suffix` within `maxLength`: the text gives way. */
export function withSuffix(text: string, suffix: string, maxLength: number): string {
  const room = Math.max(0, maxLength - suffix.length - 1)
  const cut = text.length <= room ? text : text.slice(0, room).replace(/[\ud800-\udbff]$|[\s_-]+$/, '')
  return cut === '' ? suffix : `${cut}-${suffix}`
}
