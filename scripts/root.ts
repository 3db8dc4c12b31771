import path from 'node:path'

/** The repository's folder: every path the scripts use starts here, wherever they were started from. */
export const root = path.dirname(import.meta.dirname)
