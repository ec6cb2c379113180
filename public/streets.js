// Streets under the lines of the map: raster tiles of another site, which the page names and which nothing asks for before the visitor
// does. boot.js loads this script then. Tiles are squares of 256 pixels; at zoom z the world has 2^z of them in each direction.

const TILE = 256;
// Tiles kept, those on screen among them.
const MOST = 200;
// How long to wait for the first tile of a view before giving up, in milliseconds.
const LATE_MS = 10_000;

// The tiles that a view sees, as [z, x, y], from the middle outwards: what the visitor looks at comes first. x and y are the middle of the
// view on the unit square, width and height its size in pixels; no tile is finer than `most`.
export function tilesIn(zoom, x, y, width, height, most) {
  const z = Math.min(Math.round(zoom), most);
  const count = 2 ** z;
  const [across, down] = [width, height].map((px) => (px / 2 / TILE / 2 ** zoom) * count);
  const [column, row] = [x * count, y * count];
  const between = (from, to) => {
    const first = Math.max(0, Math.floor(from));
    return Array.from({ length: Math.min(count - 1, Math.floor(to)) - first + 1 }, (_, index) => first + index);
  };
  const far = ([, tx, ty]) => Math.hypot(tx + 0.5 - column, ty + 0.5 - row);
  const tiles = between(row - down, row + down).flatMap((ty) => between(column - across, column + across).map((tx) => [z, tx, ty]));
  return tiles.sort((a, b) => far(a) - far(b));
}

// In the dark, a tile loses its colours and its light is turned round: streets stay readable on a dark ground. Otherwise it lets the land
// through, so that the marks stand out.
const LIGHT = 0.82;
const GROUND = "#1b1f23";

function darken(context, ...square) {
  context.globalCompositeOperation = "saturation";
  context.fillStyle = "#808080";
  context.fillRect(...square);
  context.globalCompositeOperation = "difference";
  context.fillStyle = "#fff";
  context.fillRect(...square);
  context.globalCompositeOperation = "lighter";
  context.fillStyle = GROUND;
  context.fillRect(...square);
  context.globalCompositeOperation = "source-over";
}

export function streets() {
  const { content, dataset } = document.querySelector('meta[name="background"]');
  const most = Number(dataset.zoom);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  // By address, the longest unused first: { z, x, y, image, here }.
  const tiles = new Map();
  let tell = () => {};
  let wanted = new Set();
  let timer;

  const address = ([z, x, y]) => content.replace("{z}", z).replace("{x}", x).replace("{y}", y);

  function drop(url, { image, here }) {
    tiles.delete(url);
    // The browser asks no more for what is on its way.
    if (!here) image.src = "";
  }

  // None of what the view wants came, and nothing more is on its way.
  const none = () => [...wanted].every((url) => !tiles.get(url));
  const lack = () => [...wanted].every((url) => !tiles.get(url)?.here);

  function ask(url, [z, x, y]) {
    const image = new Image(TILE, TILE);
    // Without cookies, and as a page under Cross-Origin-Embedder-Policy must ask.
    image.crossOrigin = "anonymous";
    image.referrerPolicy = "no-referrer";
    image.src = url;
    const tile = { z, x, y, image, here: false };
    tiles.set(url, tile);
    const is = () => tiles.get(url) === tile;
    image.decode().then(
      () => {
        tile.here = true;
        if (is()) tell(false);
      },
      () => {
        if (!is()) return;
        tiles.delete(url);
        if (none()) tell(true);
      },
    );
  }

  return {
    start(told) {
      tell = told;
    },

    seek(zoom, x, y, width, height) {
      const seen = new Map(tilesIn(zoom, x, y, width, height, most).map((tile) => [address(tile), tile]));
      wanted = new Set(seen.keys());
      for (const [url, tile] of tiles) if (!tile.here && !wanted.has(url)) drop(url, tile);
      for (const [url, place] of seen) {
        const tile = tiles.get(url);
        tiles.delete(url);
        if (tile) tiles.set(url, tile);
        else ask(url, place);
      }
      for (const [url, tile] of tiles) if (tiles.size > MOST && !wanted.has(url)) drop(url, tile);
      clearTimeout(timer);
      timer = setTimeout(() => lack() && tell(true), LATE_MS);
    },

    // Coarser tiles first: they stand in for those on their way.
    paint(context, zoom, x, y, width, height) {
      const level = Math.min(Math.round(zoom), most);
      context.globalAlpha = scheme.matches ? 1 : LIGHT;
      for (const sharp of [false, true]) {
        for (const tile of tiles.values()) {
          if (!tile.here || (tile.z === level) !== sharp) continue;
          const side = TILE * 2 ** (zoom - tile.z);
          const world = TILE * 2 ** zoom;
          const [left, right] = [tile.x, tile.x + 1].map((column) => Math.round(column * side - x * world + width / 2));
          const [top, bottom] = [tile.y, tile.y + 1].map((row) => Math.round(row * side - y * world + height / 2));
          if (right <= 0 || bottom <= 0 || left >= width || top >= height) continue;
          context.drawImage(tile.image, left, top, right - left, bottom - top);
          if (scheme.matches) darken(context, left, top, right - left, bottom - top);
        }
      }
      context.globalAlpha = 1;
    },

    stop() {
      clearTimeout(timer);
      tell = () => {};
      for (const [url, tile] of tiles) drop(url, tile);
    },
  };
}
