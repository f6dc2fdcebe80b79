import type { SettingFlag } from './flags.ts'

/** Text from a flag or the environment in the form of the configuration. What does not read stays text, for the schema to refuse. */
export function readWord(read: SettingFlag['read'], text: string): unknown {
  if (read === 'list') return splitNames(text)
  return read === 'number' && /^\s*-?\d[\d_]*(\.\d+)?\s*$/.test(text) ? Number(text.replaceAll('_', '')) : text
}

/** Splits `a,"b,c",crm.d` at the commas outside double quotes. Blank parts fall away. */
export function splitNames(text: string): readonly string[] {
  return [...text.matchAll(/(?:"(?:[^"]|"")*"|[^,"]|")+/g)].map(([part]) => part.trim()).filter((part) => part !== '')
}
