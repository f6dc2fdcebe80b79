/** Names of the months in languages that much content is written in, by their first letters, without accents: enough of each to tell it apart. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  en: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  de: ['jan', 'feb', 'marz', 'apr', 'mai', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dez'],
  fr: ['janv', 'fev', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'mayo', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  it: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
  pt: ['jan', 'fev', 'mar', 'abr', 'maio', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'],
  nl: ['jan', 'feb', 'maart', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
}

/** The rest of names that are written in full. */
const FULL =
  /^(?:jan(?:uary?|uar|uari|vier|eiro)?|feb(?:ruary?|ruar|ruari|braio|rero)?|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co|z)?|mrz|maart|mrt|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|ma[yi]|mayo|maio|mei|mag(?:gio)?|jun[ei]?|juin|junio|junho|giu(?:gno)?|jul[iy]?|juil(?:let)?|julio|julho|lug(?:lio)?|aug(?:ust|ustus)?|aout|ago(?:sto)?|sep(?:t|tember|tembre|tiembre)?|set(?:tembre|embro)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember|embre)?|dez(?:ember|embro)?|dic(?:embre|iembre)?|ene(?:ro)?|gen(?:naio)?|janv)$/

/** The month of a name, 1 … 12, in any case; null where it is none. */
export function monthOf(written: string): number | null {
  const name = written
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
  if (!FULL.test(name)) return null
  if (name === 'mrz' || name === 'mrt') return 3
  let best: { length: number; month: number } | null = null
  for (const names of Object.values(NAMES))
    for (const [i, start] of names.entries())
      if (name.startsWith(start) && start.length > (best?.length ?? 0)) best = { length: start.length, month: i + 1 }
  return best?.month ?? null
}
