/** The key of another fixture, for foreign keys and columns: `ref('alice')`. In JSON and YAML: `{ "$ref": "alice" }`. */
export const ref = (handle: string): { readonly $ref: string } => ({ $ref: handle })
