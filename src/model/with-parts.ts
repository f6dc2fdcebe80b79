import type { Asset } from './assets/assets.ts'

/** The item with some of its parts replaced, or others beside; what is read when it is asked for stays so. */
export const withParts = <Parts extends object>(asset: Asset, parts: Parts): Asset & Parts =>
  Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(asset),
      ...Object.getOwnPropertyDescriptors(parts),
    },
  ) as Asset & Parts
