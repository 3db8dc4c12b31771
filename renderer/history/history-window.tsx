import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { DetailPane } from './detail/detail-pane.tsx'
import { HistoryHeader } from './header/history-header.tsx'
import { Notices } from './header/notices.tsx'
import { ListArea } from './list/list-area.tsx'
import { everything, isSame } from './rows/rows-view.ts'
import { useSelection } from './rows/use-selection.ts'
import { useParts } from './state/parts.ts'
import { useNarrow } from './state/use-narrow.ts'
import { useSnapshot } from './state/use-snapshot.ts'
import { useNow } from './state/use-time.ts'
import { useWishes } from './state/use-wishes.ts'
import { useWindowKeys } from './use-window-keys.ts'

export function HistoryWindow() {
  const { bridge, rows, shownCall, notes } = useParts()
  const view = useSyncExternalStore(rows.subscribe, rows.view)
  const shown = useSyncExternalStore(shownCall.subscribe, shownCall.view)
  const { snapshot, status, failure, retry } = useSnapshot(bridge)
  const { selection, reveal, selectIndex, selectCall } = useSelection(view)
  const [isDetailOpen, setDetailOpen] = useState(false)
  const [noteFocus, setNoteFocus] = useState(0)
  const isNarrow = useNarrow()
  const now = useNow(15_000)
  const listRef = useRef<HTMLDivElement>(null)
  const searchRef = useRef<HTMLInputElement>(null)

  function showCall(id: string) {
    rows.ask(everything)
    selectCall(id)
    setDetailOpen(true)
    listRef.current?.focus()
  }

  useEffect(() => {
    if (selection.id !== null) shownCall.show(selection.id)
  }, [shownCall, selection.id])
  useWishes({ snapshot, status, onShowCall: showCall, onReady: rows.invalidate })

  const openRow = useCallback(
    (index: number) => {
      selectIndex(index)
      setDetailOpen(true)
    },
    [selectIndex],
  )

  function backToList() {
    notes.flush()
    setDetailOpen(false)
    // The list is only there to be focused once the detail has left.
    requestAnimationFrame(() => listRef.current?.focus())
  }

  function enterList() {
    if (view.total > 0) selectIndex(selection.index ?? 0)
    listRef.current?.focus()
  }

  function retryAll() {
    if (failure !== null) retry()
    rows.retry()
  }

  const onListKey = useWindowKeys({
    searchRef,
    enterList,
    clearSearch: () => rows.ask({ ...view.asked, query: '' }),
    openDetail() {
      if (selection.id === null) return
      setDetailOpen(true)
      setNoteFocus((count) => count + 1)
    },
    copyNumber() {
      if (selection.id === null) return
      void bridge.request('copy', { what: 'number', id: selection.id, international: false })
    },
  })

  const isNothingKept = view.total === 0 && shown.id === null && isSame(view.question, everything)
  const detailState = isNarrow && isDetailOpen ? 'open' : isNothingKept ? 'none' : undefined

  return (
    <main className="window" data-detail={detailState}>
      <h1 className="hidden">Calls</h1>
      <HistoryHeader
        question={view.asked}
        status={status}
        now={now}
        searchRef={searchRef}
        onQuestion={rows.ask}
        onEnterList={enterList}
      />
      <Notices
        status={status}
        failure={view.total > 0 ? (view.failure ?? failure) : null}
        onRetry={retryAll}
      />
      <ListArea
        view={view}
        snapshot={snapshot}
        snapshotFailure={failure}
        status={status}
        selection={selection}
        reveal={reveal}
        now={now}
        listRef={listRef}
        onMove={selectIndex}
        onOpen={openRow}
        onOtherKey={onListKey}
        onClear={() => rows.ask(everything)}
        onRetry={retryAll}
      />
      <DetailPane
        shown={shown}
        isVisible={!isNarrow || isDetailOpen}
        now={now}
        noteFocus={noteFocus}
        onBack={backToList}
        onRetry={shownCall.retry}
      />
    </main>
  )
}
