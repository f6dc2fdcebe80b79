/** The share of each of those who take turns. A single one is everybody's; 1 would be one row. */
export const turnOf = (all: readonly unknown[]): number => Math.min(0.9999, 1 / all.length)
