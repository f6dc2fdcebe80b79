import type { Unique } from '../model/recipe.ts'
import type { Frame } from './frame.ts'

/** The part of a text that makes it unique: the row's path, and `-x<k>` where it does not take its first candidate. */
export function compileSuffix(unique: Extract<Unique, { by: 'path' }>): (frame: Frame) => string {
  const { chosen } = unique
  if (chosen === undefined || chosen.length === 0) return (frame) => frame.path()
  const candidates = new Map(chosen)
  return (frame) => {
    const k = candidates.get(frame.row) ?? 0
    return k === 0 ? frame.path() : `${frame.path()}-x${k}`
  }
}

/** `text-suffix` within `maxLength`: the text gives way. */
export function withSuffix(text: string, suffix: string, maxLength: number): string {
  const room = Math.max(0, maxLength - suffix.length - 1)
  const cut = text.length <= room ? text : text.slice(0, room).replace(/[\ud800-\udbff]$|[\s_-]+$/, '')
  return cut === '' ? suffix : `${cut}-${suffix}`
}
