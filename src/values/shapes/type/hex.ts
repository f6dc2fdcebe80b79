/** Two hex digits for each byte. */
export const BYTE: readonly string[] = Object.freeze(
  Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0')),
)

/** Eight hex digits of a uint32. */
export function hex32(bits: number): string {
  return (BYTE[bits >>> 24] as string) + BYTE[(bits >>> 16) & 255] + BYTE[(bits >>> 8) & 255] + BYTE[bits & 255]
}

/** Four hex digits of the low 16 bits. */
export function hex16(bits: number): string {
  return (BYTE[(bits >>> 8) & 255] as string) + BYTE[bits & 255]
}
