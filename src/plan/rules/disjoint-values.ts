/** Values that are listed in a plan at most. */
const MOST = 20_000
/** Spots of a row in the plane. */
const ROW = 100

/**
 * Values of a type, no two of which overlap: figures side by side on a grid, networks one after the other. Null where the type has none. `count`: how many are
 * wanted.
 */
export function disjointValues(base: string, count: number): readonly string[] | null {
  const spell = SPELL[base]
  if (spell === undefined) return null
  return Array.from({ length: Math.min(count, MOST) }, (_, n) => spell(n % ROW, Math.floor(n / ROW)))
}

const SPELL: Readonly<Record<string, (x: number, y: number) => string>> = {
  circle: (x, y) => `<(${10 * x + 5},${10 * y + 5}),${2 + ((x + y) % 3)}>`,
  box: (x, y) => `(${10 * x + 6 + ((x + y) % 3)},${10 * y + 8}),(${10 * x + 1},${10 * y + 1})`,
  polygon: (x, y) =>
    `((${10 * x + 1},${10 * y + 1}),(${10 * x + 8},${10 * y + 2}),(${10 * x + 6 + ((x + y) % 3)},${10 * y + 8}))`,
  inet: (x, y) => `10.${y}.${x}.0/24`,
  cidr: (x, y) => `10.${y}.${x}.0/24`,
}
