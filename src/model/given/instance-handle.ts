/** The handle of a row that is given, in one of several instances: `order1001`, `order1001@2`, … */
export const instanceHandle = (handle: string, instance: number): string =>
  instance === 1 ? handle : `${handle}@${instance}`
