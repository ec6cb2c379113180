// What is known of the address before anything is drawn, so that nothing flashes. The page holds the first view of the map, in French: an
// address that asks for something else does not show it, nor does a frame, which has other layouts and no header.
const { dataset } = document.documentElement;
if (self !== top) dataset.framed = "";
if (location.search || location.hash || self !== top) dataset.asked = "";
if (new URLSearchParams(location.search).get("lang") === "en") document.documentElement.lang = "en";
