/** Files that the build embeds: the import is the path of the file, in the binary or on disk. */
declare module "swagger-ui-dist/*" {
  const path: string;
  export default path;
}
