const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

/** A uuid of its four words of 32 bits. */
export const uuidText = (a: number, b: number, c: number, d: number): string =>
  `${hex4(a >>> 16)}${hex4(a)}-${hex4(b >>> 16)}-${hex4(b)}-${hex4(c >>> 16)}-${hex4(c)}${hex4(d >>> 16)}${hex4(d)}`

const hex4 = (number: number): string => `${HEX[(number >>> 8) & 255]}${HEX[number & 255]}`
