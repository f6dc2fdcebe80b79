/** What a local part may be without quotes, and stays as it is. */
const PLAIN = /^[a-z0-9]+([._-][a-z0-9]+)*$/
const LONGEST = 64

/** Where nobody says a domain: nobody's. */
const HANDLE_DOMAIN = 'example.com'

/**
 * The address of a user who is given and has none: the handle at a domain. Handles that are no local part (blanks, other alphabets, more than 64 characters) lose
 * what cannot stand there, and get a number that tells them apart.
 */
export function emailOfHandle(handle: string, domain: string = HANDLE_DOMAIN): string {
  const small = handle.toLowerCase()
  const local = PLAIN.test(small) && small.length <= LONGEST ? small : `${wordsOf(small)}-${sumOf(small)}`
  return `${local}@${domain}`
}

const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST / 2)
    .replace(/^-|-$/g, '') || 'user'

/** FNV-1a (Fowler, Noll, Vo) of 32 bits, in hexadecimal. */
function sumOf(text: string): string {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}
