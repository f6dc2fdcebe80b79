/** The singular of a word in small letters. */
export const singular = (word: string): string =>
  /[^aeiou]ies$/.test(word)
    ? `${word.slice(0, -3)}y`
    : /(sses|xes|ches|shes)$/.test(word)
      ? word.slice(0, -2)
      : word === 'children'
        ? 'child'
        : /[^s]s$/.test(word)
          ? word.slice(0, -1)
          : word
