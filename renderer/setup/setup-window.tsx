import { Pages } from './pages.tsx'
import { useView } from './state/use-view.ts'
import { ReadFailure } from './steps/read-failure.tsx'

export function SetUpWindow() {
  const { page, failure } = useView()
  return (
    <div className="setup">
      {page === null ? (
        <main>
          <h1 className="hidden">Set-up</h1>
          <ReadFailure failure={failure} isOld={false} />
        </main>
      ) : (
        <>
          <ReadFailure failure={failure} isOld />
          <Pages setUp={page} />
        </>
      )}
    </div>
  )
}
