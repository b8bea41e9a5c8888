import { withFootnote } from "footnote-ask/vitepress";
import { defineConfig } from "vitepress";

export default withFootnote(defineConfig({ title: "The bakery", base: "/bakery/", cleanUrls: false }));
