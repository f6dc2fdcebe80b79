import type { Framework } from './framework.ts'
import { basejump } from './kits/basejump.ts'
import { makerkitLite } from './kits/makerkit-lite.ts'
import { makerkitTurbo } from './kits/makerkit-turbo.ts'
import { makerkitV1 } from './kits/makerkit-v1.ts'
import { makerkitV1Lite } from './kits/makerkit-v1-lite.ts'

/** The families that are known, the more special ones first. */
export const FRAMEWORKS: readonly Framework[] = [makerkitTurbo, makerkitV1, makerkitLite, makerkitV1Lite, basejump]
