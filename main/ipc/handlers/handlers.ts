import type { Handlers } from '../serve-requests.ts'
import { type CallHandlersOptions, callHandlers } from './call-handlers.ts'
import { type DeskHandlersOptions, deskHandlers } from './desk-handlers.ts'
import { type SetUpHandlersOptions, setUpHandlers } from './set-up-handlers.ts'

/** What the windows can ask, each answered in one of these three. */
export function createHandlers(
  options: CallHandlersOptions & DeskHandlersOptions & SetUpHandlersOptions,
): Handlers {
  return { ...callHandlers(options), ...deskHandlers(options), ...setUpHandlers(options) }
}
