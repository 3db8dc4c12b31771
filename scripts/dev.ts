/** `npm run dev`: a change in main/ restarts the app, one in renderer/ shows at once. */
import { electronVitePath, forgetBuild } from './app/build.ts'
import { launch } from './app/launch.ts'
import { openSurroundings } from './app/surroundings.ts'

const { env, close } = await openSurroundings()
forgetBuild()
const code = await launch(
  process.execPath,
  [electronVitePath, 'dev', '--watch', '--', ...process.argv.slice(2)],
  env,
)
await close()
forgetBuild()
process.exit(code)
