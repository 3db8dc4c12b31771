import type { Colour } from './bitmap.ts'

/** Each is seen on a light and on a dark panel, and white on it can be read. */
export const red: Colour = { red: 0xd3, green: 0x2f, blue: 0x2f }
/** What is wrong with hearing; red is for a person who waits. */
export const amber: Colour = { red: 0xb3, green: 0x66, blue: 0x00 }
export const grey: Colour = { red: 0x7c, green: 0x82, blue: 0x8c }
export const white: Colour = { red: 0xff, green: 0xff, blue: 0xff }
export const black: Colour = { red: 0, green: 0, blue: 0 }
