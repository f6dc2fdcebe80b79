import { acrossCases } from './across-cases.ts'
import { type Case, cases } from './cases.ts'
import { checksCases } from './checks-cases.ts'
import { classicCases } from './classic-cases.ts'
import { extensionTypesCases } from './extension-types-cases.ts'
import { foundCases } from './found-cases.ts'
import { generatedCases } from './generated-cases.ts'
import { graphsCases } from './graphs-cases.ts'
import { keysCases } from './keys-cases.ts'
import { meaningCases } from './meaning-cases.ts'
import { parentsCases } from './parents-cases.ts'
import { productsCases } from './products-cases.ts'
import { rehearsalCases } from './rehearsal-cases.ts'
import { signedInCases } from './signed-in-cases.ts'
import { supabaseCases } from './supabase-cases.ts'
import { typesCases } from './types-cases.ts'
import { workedOutCases } from './worked-out-cases.ts'

/** What hangs on the version of the server: types, how they are written, and what the catalog tells of them. */
export const casesByVersion: readonly Case[] = [...cases, ...typesCases, ...extensionTypesCases, ...generatedCases]

export const otherCases: readonly Case[] = [
  ...workedOutCases,
  ...graphsCases,
  ...meaningCases,
  ...supabaseCases,
  ...checksCases,
  ...keysCases,
  ...rehearsalCases,
  ...productsCases,
  ...classicCases,
  ...foundCases,
  ...acrossCases,
  ...signedInCases,
  ...parentsCases,
]
