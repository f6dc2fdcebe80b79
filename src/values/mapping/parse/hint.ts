/** What to do about a name that is not known. */
export const hint = (near: string | null, otherwise: string): string =>
  near === null ? otherwise : `Did you mean ${near}?`
