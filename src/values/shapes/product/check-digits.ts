/** The last digit of an EAN-13 or ISBN-13: weights 1 and 3 in turn (GS1 General Specifications, 7.9). `digits` holds the first twelve. */
export function eanCheckDigit(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    // From the right, where the digit before the check digit weighs 3.
    sum += (digits.charCodeAt(digits.length - 1 - at) - 48) * (at % 2 === 0 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10
}

/** The last character of an ISBN-10: weights 10 to 2, modulo 11, `X` for ten (ISO 2108). `digits` holds the first nine. */
export function isbn10CheckDigit(digits: string): string {
  let sum = 0
  for (let at = 0; at < 9; at++) sum += (digits.charCodeAt(at) - 48) * (10 - at)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}

/** The last digit after Luhn (ISO/IEC 7812-1). */
export function luhnCheckDigit(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const doubled = at % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}
