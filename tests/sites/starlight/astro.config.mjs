import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { footnoteStarlight } from "footnote-ask/astro";

export default defineConfig({
  base: "/bakery",
  integrations: [starlight({ title: "The bakery", plugins: [footnoteStarlight()] })],
});
