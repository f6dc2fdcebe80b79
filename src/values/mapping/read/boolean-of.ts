const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  t: true,
  yes: true,
  y: true,
  on: true,
  '1': true,
  false: false,
  f: false,
  no: false,
  n: false,
  off: false,
  '0': false,
}

/** `yes`, `on`, `true`, `1` and their opposites, in any case; null for anything else. */
export function booleanOf(written: string | number): boolean | null {
  return WORDS[String(written).trim().toLowerCase()] ?? null
}
