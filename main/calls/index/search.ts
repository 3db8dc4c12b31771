import { foldText, type IndexRow } from './index-row.ts'

export type RowTest = (row: IndexRow) => boolean

const numberForm = /^[\d\s()+./-]*\d[\d\s()+./-]*$/

/**
 * What a search box means: digits in any form (`+91 98765-432`, `098765 432`) are one number fragment; anything
 * else is words that must all occur. Null where nothing is asked.
 */
export function searchTest(query: string): RowTest | null {
  const text = foldText(query).trim()
  if (text === '') return null
  if (!numberForm.test(text)) {
    const words = text.split(/\s+/)
    return (row) => words.every((word) => row.text.includes(word))
  }
  const digits = text.replaceAll(/\D/g, '')
  // A trunk 0 or the international 00 is dialled, but never part of E.164.
  const bare = digits.replace(/^00?(?=\d{3})/, '')
  return (row) => row.text.includes(digits) || (bare !== digits && row.text.includes(bare))
}
