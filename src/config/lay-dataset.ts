import { nearest } from '../model/nearest.ts'
import { SeedError } from '../model/seed-error.ts'
import { type Layer, nameInLayer } from './layer.ts'
import type { ConfigInput } from './schema.ts'

interface Checked {
  readonly layer: Layer
  readonly input: ConfigInput
}

/**
 * Puts what the chosen dataset says between what is written down (file, program) and what is said for one call (environment, flags).
 * @throws SeedError `unknown-dataset`
 */
export function layDataset(checked: readonly Checked[]): readonly Checked[] {
  const by = checked.findLast(({ input }) => input.dataset !== undefined)
  const name = by?.input.dataset
  if (by === undefined || name === undefined) return checked
  const own = checked.flatMap(({ layer, input }): Checked[] => {
    const datasets = input.datasets ?? {}
    if (!Object.hasOwn(datasets, name)) return []
    const said = datasets[name] as ConfigInput
    return [{ layer: { kind: 'dataset', name: `${layer.name} (dataset ${name})`, input: said }, input: said }]
  })
  if (own.length === 0) throw unknown(name, nameInLayer(by.layer, 'dataset'), checked)
  const isForOneCall = ({ layer }: Checked): boolean => layer.kind === 'environment' || layer.kind === 'flags'
  return [...checked.filter((one) => !isForOneCall(one)), ...own, ...checked.filter(isForOneCall)]
}

function unknown(name: string, who: string, checked: readonly Checked[]): SeedError {
  const names = [...new Set(checked.flatMap(({ input }) => Object.keys(input.datasets ?? {})))]
  const close = nearest(name, names)
  return new SeedError({
    code: 'unknown-dataset',
    message: `${who}: there is no dataset ${name}.`,
    place: { path: 'dataset' },
    expected: names.length === 0 ? 'datasets in the configuration' : `one of ${names.join(', ')}`,
    found: name,
    next:
      names.length === 0
        ? `Say what it is in the configuration: datasets: { ${/^[a-z]\w*$/i.test(name) ? name : JSON.stringify(name)}: { … } }`
        : close === null
          ? 'Choose one of them, or add it to datasets.'
          : `Did you mean ${close}?`,
  })
}
