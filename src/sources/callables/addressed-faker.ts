import type { FakerMethods } from '../../model/callables.ts'
import type { FakerAt } from '../../model/given/fixture-row.ts'
import { AddressDraws } from '../../values/draws/entropy.ts'
import { handleIdentity } from '../../values/keys/fixture-key.ts'

type Module = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>

/**
 * faker for functions of fixtures: its chance is drawn from (seed, table, key, handle), so that a function gives the same in every run. It is one object, pointed at
 * an address when it is asked for: a function uses it while it runs, and not later.
 */
export function addressedFaker(load: () => FakerMethods, seed: string, now: number): FakerAt {
  let modules: Readonly<Record<string, Module>> | null = null
  const state = { chance: (): number => 0 }
  return ({ table, handle, key }) => {
    modules ??= modulesOf(load(), (methods, module, method, given) =>
      methods.call({ module, method }, given, () => state.chance(), now),
    )
    const draws = new AddressDraws(seed, table, key, 'faker').at(handleIdentity(seed, table, handle))
    let n = 0
    state.chance = () => draws.unit(n++)
    return modules
  }
}

function modulesOf(
  methods: FakerMethods,
  call: (methods: FakerMethods, module: string, method: string, given: readonly unknown[]) => unknown,
): Readonly<Record<string, Module>> {
  const entries = [...methods.modules].map(([module, names]): [string, Module] => [
    module,
    Object.fromEntries(
      [...names, ...refusedOf(methods, module)].map((name) => [
        name,
        (...given: readonly unknown[]) => call(methods, module, name, given),
      ]),
    ),
  ])
  return Object.freeze(Object.fromEntries(entries))
}

/** What expressions may not call takes functions, which programs have. */
const refusedOf = ({ refused }: FakerMethods, module: string): readonly string[] =>
  [...refused.keys()].filter((name) => name.startsWith(`${module}.`)).map((name) => name.slice(module.length + 1))
