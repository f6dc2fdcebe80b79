const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Controls (C0, DEL, C1), line separators, marks that turn the direction of writing around or cannot be seen, and halves of surrogate pairs. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu

/** Data as it may be printed: whatever could move the cursor, change colours or hide text is spelled out (`\x1b`). */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => NAMED[character] ?? spell(character.codePointAt(0) ?? 0))
}

function spell(code: number): string {
  const hex = code.toString(16)
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}
