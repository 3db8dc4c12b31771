import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useNow } from '../time/use-time.ts'
import { DetailPane } from './detail/detail-pane.tsx'
import { HistoryHeader } from './header/history-header.tsx'
import { Notices } from './header/notices.tsx'
import { ListArea } from './list/list-area.tsx'
import { NotUnderstoodLine } from './not-understood/not-understood-line.tsx'
import { NotUnderstoodPane } from './not-understood/not-understood-pane.tsx'
import { everything, isSame } from './rows/rows-view.ts'
import { useSelection } from './rows/use-selection.ts'
import { useParts } from './state/parts.ts'
import { useNarrow } from './state/use-narrow.ts'
import { useSnapshot } from './state/use-snapshot.ts'
import { useWishes } from './state/use-wishes.ts'
import { useBeside } from './use-beside.ts'
import { useWindowKeys } from './use-window-keys.ts'

export function HistoryWindow() {
  const { bridge, rows, shownCall, notes, notUnderstood } = useParts()
  const view = useSyncExternalStore(rows.subscribe, rows.view)
  const shown = useSyncExternalStore(shownCall.subscribe, shownCall.view)
  const { snapshot, status, failure, retry } = useSnapshot(bridge)
  const { selection, reveal, selectIndex, selectCall } = useSelection(view)
  const beside = useBeside()
  const isNarrow = useNarrow()
  const now = useNow(15_000)
  const listRef = useRef<HTMLDivElement>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const notUnderstoodRef = useRef<HTMLButtonElement>(null)
  const { openCall } = beside
  const notUnderstoodCount = status?.notUnderstood ?? 0
  const isNotUnderstoodShown = beside.what === 'notUnderstood'

  function showCall(id: string) {
    rows.ask(everything)
    selectCall(id)
    openCall()
    listRef.current?.focus()
  }

  function showMissed() {
    rows.ask({ query: '', filter: 'missed' })
    listRef.current?.focus()
  }

  useEffect(() => {
    if (selection.id !== null) shownCall.show(selection.id)
  }, [shownCall, selection.id])
  useEffect(() => notUnderstood.counted(notUnderstoodCount), [notUnderstood, notUnderstoodCount])
  useWishes({ snapshot, status, onShowCall: showCall, onShowMissed: showMissed, onReady: rows.invalidate })

  const openRow = useCallback(
    (index: number) => {
      selectIndex(index)
      openCall()
    },
    [selectIndex, openCall],
  )

  function moveTo(index: number) {
    selectIndex(index)
    beside.chooseCall()
  }

  function back() {
    const from = isNotUnderstoodShown ? notUnderstoodRef : listRef
    notes.flush()
    beside.close()
    // The list is only there to be focused once the detail has left.
    requestAnimationFrame(() => (from.current ?? listRef.current)?.focus())
  }

  function enterList() {
    if (view.total > 0) moveTo(selection.index ?? 0)
    listRef.current?.focus()
  }

  function retryAll() {
    if (failure !== null) retry()
    rows.retry()
  }

  const onListKey = useWindowKeys({
    searchRef,
    enterList,
    onEscape() {
      if (isNotUnderstoodShown) back()
      else rows.ask({ ...view.asked, query: '' })
    },
    openDetail() {
      if (selection.id !== null) beside.openNote()
    },
    copyNumber() {
      if (selection.id === null) return
      void bridge.request('copy', { what: 'number', id: selection.id, international: false })
    },
  })

  const isNothingKept = view.total === 0 && shown.id === null && isSame(view.question, everything)
  const isBesideEmpty = isNothingKept && !isNotUnderstoodShown
  const detailState = isNarrow && beside.isOpen ? 'open' : isBesideEmpty ? 'none' : undefined

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
        headerName={snapshot?.connection.headerName ?? null}
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
        onMove={moveTo}
        onOpen={openRow}
        onOtherKey={onListKey}
        onAsk={rows.ask}
        onRetry={retryAll}
      >
        {notUnderstoodCount > 0 && (
          <NotUnderstoodLine
            count={notUnderstoodCount}
            isOpen={isNotUnderstoodShown}
            buttonRef={notUnderstoodRef}
            onToggle={isNotUnderstoodShown ? back : beside.openNotUnderstood}
          />
        )}
      </ListArea>
      {isNotUnderstoodShown ? (
        <NotUnderstoodPane count={notUnderstoodCount} now={now} onBack={back} />
      ) : (
        <DetailPane
          shown={shown}
          isVisible={!isNarrow || beside.isOpen}
          now={now}
          noteFocus={beside.noteFocus}
          onBack={back}
          onRetry={shownCall.retry}
        />
      )}
    </main>
  )
}
