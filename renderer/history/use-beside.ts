import { useCallback, useState } from 'react'

interface Beside {
  /** What stands beside the list. */
  what: 'call' | 'notUnderstood'
  /** In a narrow window: it stands in place of the list. */
  isOpen: boolean
  /** Changes when the note is to get the focus. */
  noteFocus: number
  /** The selected call goes where it is seen beside the list; in a narrow window the list stays. */
  chooseCall(): void
  openCall(): void
  openNote(): void
  openNotUnderstood(): void
  close(): void
}

export function useBeside(): Beside {
  const [what, setWhat] = useState<Beside['what']>('call')
  const [isOpen, setOpen] = useState(false)
  const [noteFocus, setNoteFocus] = useState(0)

  const openCall = useCallback(() => {
    setWhat('call')
    setOpen(true)
  }, [])

  return {
    what,
    isOpen,
    noteFocus,
    chooseCall: () => setWhat('call'),
    openCall,
    openNote() {
      openCall()
      setNoteFocus((count) => count + 1)
    },
    openNotUnderstood() {
      setWhat('notUnderstood')
      setOpen(true)
      // A note wished for before is not wished for when the call comes back.
      setNoteFocus(0)
    },
    close() {
      setWhat('call')
      setOpen(false)
    },
  }
}
