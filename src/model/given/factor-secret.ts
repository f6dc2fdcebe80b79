/** The table of Supabase Auth in which second factors are. */
export const FACTORS = 'auth.mfa_factors'

/** Letters of base32. */
export const FACTOR_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** 20 bytes, as Supabase Auth makes them. */
export const FACTOR_LENGTH = 32

/** A secret of TOTP as Supabase Auth keeps it: base32 without padding, at least 128 bits. */
export const isFactorSecret = (text: string): boolean => /^[A-Z2-7]{26,128}$/.test(text)
