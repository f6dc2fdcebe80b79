import { createRequire } from 'node:module'
import type * as marked from 'marked'
import type { HtmlOf } from '../../model/callables.ts'
import { escapeHtml } from '../../model/escape-html.ts'

/** Addresses that a link or an image may have: of the web, of mail and telephone, and those without a scheme. */
const SAFE = /^(?:https?:|mailto:|tel:|[^:/?#]*(?:[/?#]|$))/i

let loaded: HtmlOf | null = null

/**
 * Markdown (CommonMark with GitHub's tables, task lists and strikethrough) as HTML. Links and images with other addresses than those of the web lose them; HTML
 * of the author's own stands there as text, unless it is to be kept. Loaded when first asked for: evaluating cannot wait, hence not by `import`.
 */
export function loadMarkdown(): HtmlOf {
  if (loaded !== null) return loaded
  const { Marked } = createRequire(import.meta.url)('marked') as typeof marked
  const walkTokens = (token: marked.Token): void => {
    if ((token.type === 'link' || token.type === 'image') && !isSafe((token as marked.Tokens.Link).href))
      (token as marked.Tokens.Link).href = ''
  }
  const escaping = new Marked({
    gfm: true,
    async: false,
    walkTokens,
    renderer: { html: ({ text }) => escapeHtml(text) },
  })
  const keeping = new Marked({ gfm: true, async: false, walkTokens })
  loaded = (markdown, ownHtml) => ((ownHtml === 'keep' ? keeping : escaping).parse(markdown) as string).trimEnd()
  return loaded
}

/** Browsers pass over blanks and control characters in a scheme, and read entities there. */
const isSafe = (href: string): boolean => SAFE.test(href.replace(/[\s\p{Cc}]+/gu, '')) && !/^[^/?#]*&/.test(href)
