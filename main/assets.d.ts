/** A file that the build copies; the import is its path at run time. */
declare module '*?asset' {
  const path: string
  export default path
}
