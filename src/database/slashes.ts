import { sep } from 'node:path'

/** A path as people and configuration files spell it on every system. */
export const slashes = (path: string): string => path.split(sep).join('/')
