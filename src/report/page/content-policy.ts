import { createHash } from 'node:crypto'

/** Lets a page have this style sheet and nothing else: no script, no image, no font, no connection, no form. */
export const contentPolicy = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`
