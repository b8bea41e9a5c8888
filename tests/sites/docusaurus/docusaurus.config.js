module.exports = {
  title: "The bakery",
  url: "https://bakery.example",
  baseUrl: "/bakery/",
  plugins: ["footnote-ask/docusaurus"],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
};
