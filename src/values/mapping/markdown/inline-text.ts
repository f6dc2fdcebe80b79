/** Bounded, and never over the sign that begins them: a hostile text costs no more than its length. */
const IMAGE = /!\[([^[\]]{0,1000})\]\([^()]{0,2000}\)/g
const LINK = /\[([^[\]]{0,1000})\]\([^()]{0,2000}\)/g
const REFERENCE = /\[([^[\]]{0,1000})\]\[[^[\]]{0,200}\]/g
const FOOTNOTE = /\[\^[^[\]]{1,100}\]/g
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^<>\s]{1,2000})>/g
const TAG = /<\/?[a-zA-Z][^<>]{0,1000}>/g
const CODE = /(`{1,3})([^`]{1,5000})\1/g
const STARS = /(\*{1,3}|~~)(?=\S)([^*~]{1,5000}?\S|\S)\1/g
const UNDERSCORES = /(?<![\p{L}\p{N}])(_{1,3})(?=\S)([^_]{1,5000}?\S|\S)\1(?![\p{L}\p{N}])/gu
const ESCAPE = /\\([!-/:-@[-`{-~])/g
const SIGN = /[!-/:-@[-`{-~]/g
/** Letters for private use stand for signs for the moment. */
const PRIVATE = 0xe000
const HIDDEN = /[\ue021-\ue07e]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
}

/** What a reader sees of the inside of a block: links as their words, images as their descriptions, nothing emphasised, on one line. */
export function inlineText(text: string): string {
  return text
    .replace(CODE, (_, _fence, code: string) => code.replace(SIGN, hide))
    .replace(ESCAPE, (_, sign: string) => hide(sign))
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(REFERENCE, '$1')
    .replace(FOOTNOTE, '')
    .replace(AUTOLINK, '$1')
    .replace(TAG, '')
    .replace(STARS, '$2')
    .replace(STARS, '$2')
    .replace(UNDERSCORES, '$2')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(HIDDEN, (letter) => String.fromCharCode(letter.charCodeAt(0) - PRIVATE))
    .replace(/\s+/g, ' ')
    .trim()
}

/** A sign that stands for itself is out of the way of everything else. */
const hide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + PRIVATE)
