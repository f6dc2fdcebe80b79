/** Letters of Latin-1 and what they are without their marks. */
const PLAIN: Readonly<Record<string, string>> = Object.freeze({
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  ø: 'o',
  Ø: 'O',
  å: 'a',
  Å: 'A',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  œ: 'oe',
  Œ: 'Oe',
  ł: 'l',
  Ł: 'L',
})

/** The text in ASCII: accents dropped, umlauts spelled out, anything else that is not ASCII left out. */
export function toAscii(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) > 127) return transliterate(text)
  }
  return text
}

function transliterate(text: string): string {
  let plain = ''
  for (const letter of text) plain += PLAIN[letter] ?? letter
  return plain.normalize('NFD').replace(/[^\x20-\x7e]/g, '')
}
