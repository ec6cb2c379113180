// What is known of the address before anything is drawn, so that nothing flashes. The page holds the first view of the map, in French: an
// address that asks for something else does not show it, nor does a frame, which has other layouts and no header.
const root = document.documentElement;
const framed = self !== top;
if (framed) root.dataset.framed = "";
if (framed || location.search || location.hash) root.dataset.asked = "";
if (/[?&]lang=en(&|$)/.test(location.search)) root.lang = "en";
