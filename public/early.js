// The page holds the first view of the map. An address that asks for another one does not show it, nor does a frame, which has other
// layouts. Known before anything is drawn: nothing flashes.
if (location.search || location.hash || self !== top) document.documentElement.dataset.asked = "";
