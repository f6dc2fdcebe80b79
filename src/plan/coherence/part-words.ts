/** What a table of parts is called: lines of an invoice, items of a cart. */
export const PARTS = /^(item|line|line item|detail|entry|product|position|row|charge)$/
