/** Languages as endings of names: `name_en`, `description_sv`. Those that are words of other things (`is`, `no`, `to`, `at`) are left out. */
const TONGUES =
  /^(en|de|fr|es|it|pt|nl|pl|sv|ar|zh|ja|ko|ru|tr|da|fi|nb|cs|hu|ro|el|uk|vi|th|he|hi|ca|sk|bg|hr|cn|jp|kr|eng|fra|deu|spa)$/

/** The words of a name without the language at its end. */
export const withoutTongue = (words: readonly string[]): readonly string[] =>
  words.length > 1 && TONGUES.test(words.at(-1) ?? '') ? words.slice(0, -1) : words
