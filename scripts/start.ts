/** `npm start`: builds the app and runs it until it ends, on whatever machine this is. */
import { buildApp } from './app/build.ts'
import { launch } from './app/launch.ts'
import { openSurroundings } from './app/surroundings.ts'
import { root } from './root.ts'

const { runtime, env, close } = await openSurroundings()
await buildApp(runtime)
const code = await launch(runtime.executable, [root, ...process.argv.slice(2)], env)
await close()
process.exit(code)
