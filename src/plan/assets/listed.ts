/** At most so many names in one message. */
const NAMED = 3

/** `a, b, c and 4 more` */
export const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ')
