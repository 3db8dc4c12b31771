import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

/**
 * E.164 where the text is one valid number, else null. A text with a letter is an id, and two numbers in one
 * text are none: what this returns is safe to join calls on.
 */
export function readNumber(raw: string, country: string): { number: string } | null {
  // Far above what 15 digits and their punctuation need; keeps long texts out of the memory.
  return raw.length > 40 ? null : remembered.read(raw, country)
}

/** `98230 45678` at home, `+44 20 7946 0018` abroad. What is no E.164 number is given back as it came. */
export function groupNumber(e164: string, country: string): string {
  return isE164(e164) ? remembered.group(e164, country) : e164
}

/** `+91 98230 45678`. */
export function groupInternational(e164: string): string {
  return isE164(e164) ? remembered.groupInternational(e164, '') : e164
}

/** As it is dialled at home (ten digits in India), else the `+…` form. */
export function nationalDigits(e164: string, country: string): string {
  return isE164(e164) ? remembered.digits(e164, country) : e164
}

type Reader<T> = (text: string, country: string) => T

// The library takes 20 µs a number, and the same few come all day: from every fact of a call, in every row of
// a list. What is remembered cannot be observed, so it may live in the module.
const remembered = {
  read: remember<{ number: string } | null>((raw, country) => {
    const number = read(raw, country)
    return number === null ? null : { number }
  }),
  group: remember(group),
  groupInternational: remember((e164) => parse(e164, '')?.formatInternational() ?? e164),
  digits: remember(digits),
}

/** Two generations bound the memory without bookkeeping on every hit. */
function remember<T extends string | object | null>(make: Reader<T>): Reader<T> {
  const generationSize = 2_048
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (text, country) => {
    const key = `${country}:${text}`
    const known = young.get(key)
    if (known !== undefined) return known
    const made = old.get(key) ?? make(text, country)
    if (young.size >= generationSize) {
      old = young
      young = new Map()
    }
    young.set(key, made)
    return made
  }
}

function read(raw: string, country: string): string | null {
  // A plus that was percent-encoded once more than it was decoded.
  const text = raw.trim().replace(/^%2b/i, '+')
  if (!/^\+?[\d\s().\-/\u00a0\u2010-\u2015]{5,}$/.test(text)) return null
  // An unencoded plus arrives as a space.
  if (/^\s\d/.test(raw)) return valid(`+${text}`, country) ?? valid(text, country)
  const atHome = valid(text, country)
  if (atHome !== null) return atHome
  // The provider sends foreign numbers as country code + number, without the plus.
  return /^[1-9]\d{9,14}$/.test(text) ? valid(`+${text}`, country) : null
}

function valid(text: string, country: string): string | null {
  const parsed = parse(text, country)
  return parsed?.isValid() ? parsed.number : null
}

function group(e164: string, country: string): string {
  const parsed = parse(e164, '')
  if (parsed === undefined) return e164
  if (!isHome(parsed, country)) return parsed.formatInternational()
  const national = parsed.formatNational()
  // India writes its mobile numbers without the 0 that it dials before its landlines.
  return country === 'IN' && /^0\d{5} \d{5}$/.test(national) ? national.slice(1) : national
}

function digits(e164: string, country: string): string {
  const parsed = parse(e164, '')
  if (parsed === undefined || !isHome(parsed, country)) return e164
  return country === 'IN' ? parsed.nationalNumber : parsed.formatNational().replace(/\D/g, '')
}

function parse(text: string, country: string): PhoneNumber | undefined {
  const home: { defaultCountry?: CountryCode } = isSupportedCountry(country)
    ? { defaultCountry: country }
    : {}
  return parsePhoneNumberFromString(text, { ...home, extract: false })
}

function isHome(parsed: PhoneNumber, country: string): boolean {
  return isSupportedCountry(country) && parsed.countryCallingCode === getCountryCallingCode(country)
}

function isE164(text: string): boolean {
  return /^\+\d{5,15}$/.test(text)
}
