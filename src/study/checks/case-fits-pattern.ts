/**
 * Whether texts in one case can match a pattern, as far as its letters tell: a class must offer a sign that is no letter of the other case, and no
 * such letter may stand alone. Doubtful ones are refused.
 */
export function caseFitsPattern(letters: 'lower' | 'upper', pattern: string): boolean {
  const wrong = letters === 'lower' ? /[A-Z]/ : /[a-z]/
  const plain = pattern.replace(/\\./g, '').replace(/\[:\w+:\]/g, '')
  const classes = plain.match(/\[[^\]]*\]/g) ?? []
  const outside = plain.replace(/\[[^\]]*\]/g, '').replace(/\(\?[:=!]/g, '(')
  return !wrong.test(outside) && classes.every((one) => one.startsWith('[^') || offersOther(one, letters))
}

function offersOther(bracket: string, letters: 'lower' | 'upper'): boolean {
  const ranges = bracket.slice(1, -1)
  const wrong = letters === 'lower' ? /[A-Z]-[A-Z]|[A-Z]/g : /[a-z]-[a-z]|[a-z]/g
  return ranges.replace(wrong, '') !== ''
}
