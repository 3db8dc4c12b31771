import { ReadFailure } from '../page-store/read-failure.tsx'
import { Pages } from './pages.tsx'
import { useParts } from './state/parts.ts'
import { useView } from './state/use-view.ts'

export function SetUpWindow() {
  const { store } = useParts()
  const { page, failure } = useView()
  const readFailure = (
    <ReadFailure
      what="The state of the set-up"
      failure={failure}
      isOld={page !== null}
      meanwhile="Calls are received all the same."
      onRetry={() => void store.read()}
    />
  )
  return (
    <div className="setup">
      {page === null ? (
        <main>
          <h1 className="hidden">Set-up</h1>
          {readFailure}
        </main>
      ) : (
        <>
          {readFailure}
          <Pages setUp={page} />
        </>
      )}
    </div>
  )
}
