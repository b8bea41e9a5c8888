/** A style sheet as text: the bundler reads it so. */
declare module "*.css" {
  const text: string;
  export default text;
}
