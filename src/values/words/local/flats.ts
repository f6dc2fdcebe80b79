import { lines } from '../lines.ts'

/** Second lines of addresses by country; `#` is a number from 1 to 12. */
export const localFlats: Readonly<Record<string, readonly string[]>> = Object.freeze({
  DE: lines('Wohnung # | #. Etage | Hinterhaus | Aufgang # | #. OG links | #. OG rechts'),
  AT: lines('Top # | Stiege # | Tür #'),
  CH: lines('#. Stock | Wohnung #'),
  FR: lines('Appartement # | Bâtiment B | Escalier C | Étage #'),
  ES: lines('Piso # | Puerta # | Bajo izquierda | Escalera B'),
  IT: lines('Interno # | Scala A | Scala B | Piano #'),
  NL: lines('#-hoog | Unit # | Appartement #'),
  BR: lines('Apto # | Bloco B | Casa # | Sala #'),
  JP: lines('#01号室 | #02号室 | #階'),
})
