import { type Html, html } from './html.ts'

/** A bar that fills its place to a share, 0 … 1; whatever is more than nothing can be seen. The number stands beside it, so it is hidden from readers. */
export function meter(share: number): Html {
  const width = share <= 0 ? 0 : Math.max(0.6, Math.round(share * 1000) / 10)
  return html`<svg class="meter" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="6"/><rect class="fill" width="${width}" height="6"/></svg>`
}
