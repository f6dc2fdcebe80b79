import { lines } from '../lines.ts'

/** Signs of currencies by their codes, of two characters at most. */
export const currencySigns: Readonly<Record<string, string>> = Object.freeze(
  Object.fromEntries(
    lines(
      'EUR € | GBP £ | USD $ | CAD $ | AUD $ | NZD $ | MXN $ | ARS $ | CLP $ | COP $ | UYU $ | SGD $ | TWD $ | BRL R$ | JPY ¥ | CNY ¥ | KRW ₩ | INR ₹ | CHF Fr | SEK kr | NOK kr | DKK kr | ISK kr | PLN zł | CZK Kč | HUF Ft | TRY ₺ | ZAR R | NGN ₦ | GHS ₵ | THB ฿ | PHP ₱ | ILS ₪ | EGP £ | KES Sh',
    ).map((line) => line.split(' ') as [string, string]),
  ),
)
