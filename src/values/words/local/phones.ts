import { lines } from '../lines.ts'

/** Numbers that regulators keep free for examples and films, by country; `#` is any digit. */
export const reservedPhones: Readonly<Record<string, readonly string[]>> = Object.freeze({
  // Bundesnetzagentur, numbers for media productions.
  DE: lines('+49 30 23125 ### | +49 40 66969 ### | +49 69 90009 ### | +49 89 99998 ### | +49 221 4710 ###'),
  // Arcep, decision 2012-0855: numbers for audiovisual works.
  FR: lines(
    '+33 1 99 00 ## ## | +33 2 61 91 ## ## | +33 3 53 01 ## ## | +33 4 65 71 ## ## | +33 5 36 49 ## ## | +33 6 39 98 ## ##',
  ),
  // Ofcom, numbers for drama use.
  GB: lines('+44 7700 900### | +44 20 7946 0### | +44 113 496 0### | +44 131 496 0### | +44 161 496 0###'),
  // ComReg, numbers for drama use.
  IE: lines('+353 20 91# ####'),
  // ACMA, numbers for fiction.
  AU: lines('+61 2 5550 #### | +61 3 5550 #### | +61 7 5550 #### | +61 8 5550 ####'),
  // PTS, numbers for fiction.
  SE: lines('+46 8 465 004 ## | +46 31 390 06 ## | +46 40 628 04 ##'),
})

/** Calling codes of countries that keep no numbers free. No network there begins a number with three zeros. */
export const callingCodes: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    lines(
      'AE 971 | AZ 994 | AR 54 | AT 43 | BE 32 | BR 55 | CH 41 | CL 56 | CN 86 | CO 57 | CZ 420 | DK 45 | EE 372 | EG 20 | ES 34 | FI 358 | GH 233 | GR 30 | HR 385 | HU 36 | ID 62 | IL 972 | IN 91 | IR 98 | IS 354 | IT 39 | JP 81 | KE 254 | KR 82 | LU 352 | LV 371 | MK 389 | MX 52 | NG 234 | NL 31 | NO 47 | NZ 64 | PH 63 | PL 48 | PT 351 | RO 40 | RS 381 | RU 7 | SG 65 | SI 386 | SK 421 | TH 66 | TR 90 | TW 886 | UA 380 | UY 598 | VN 84 | ZA 27',
    ).map((line) => line.split(' ') as [string, string]),
  ),
)
