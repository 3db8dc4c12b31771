/** Also where all calls are watched on purpose: the page is not told which of the two it is. */
export const nobodyChosen = 'Nobody is chosen yet: every call is taken for yours'
