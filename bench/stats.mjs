// Reduces the samples of one contender to one figure per metric.
const sorted = (values) => [...values].sort((a, b) => a - b);

// Returns the smallest measured value that a `part` (0 to 1) of them does not exceed. No interpolation.
export function percentile(values, part) {
  const list = sorted(values);
  return list.length ? list[Math.max(0, Math.ceil(part * list.length) - 1)] : null;
}

export function median(values) {
  const list = sorted(values.filter((value) => value !== null));
  if (list.length === 0) return null;
  return (list[(list.length - 1) >> 1] + list[list.length >> 1]) / 2;
}

const sum = (values) => values.reduce((a, b) => a + b, 0);
const isData = (path) => /\.(csv|geojson)$|^\/(data|basemap)\//.test(path);
const bytes = (files) => sum(files.map((file) => file.bytes));

const LATE_MS = 20; // at 60 frames per second, a frame takes 16.7

// Returns the metrics of one sample by name, null for what it could not measure.
export function metrics(sample) {
  const { files, frames = sample.tour.frames, tour, memory } = sample;
  const changes = Array.isArray(sample.filters) ? sample.filters : [];
  return {
    code: bytes(files.filter(({ path }) => !isData(path))),
    data: bytes(files.filter(({ path }) => isData(path))),
    bytes: bytes(files),
    requests: files.length,
    elsewhere: sample.elsewhere,
    firstClusters: sample.firstClusters,
    loadCpu: sample.loadCpu.task,
    indexMs: sample.indexMs,
    filter: median(changes.map(({ latency }) => latency)),
    frameP50: percentile(frames, 0.5),
    frameP95: percentile(frames, 0.95),
    frameMax: percentile(frames, 1),
    late: frames.filter((frame) => frame > LATE_MS).length / frames.length,
    longTasks: sum(tour.longTasks),
    tourMs: tour.ms,
    tourTask: sample.tourCpu.task,
    tourScript: sample.tourCpu.script,
    heap: memory.heap + memory.buffers + memory.wasm,
    page: memory.page,
  };
}

// Returns the medians over the runs, and the figures that pool all filter changes.
export function summary(samples) {
  if (!samples?.length) return null;
  const each = samples.map(metrics);
  const medians = Object.fromEntries(Object.keys(each[0]).map((name) => [name, median(each.map((one) => one[name]))]));
  const changes = samples.flatMap(({ filters }) => (Array.isArray(filters) ? filters : []));
  return {
    ...medians,
    runs: samples.length,
    filterWorkP95: percentile(changes.map(({ work }) => work), 0.95),
    filterOver: samples.find(({ filters }) => filters.over)?.filters.over ?? null,
    spread: { low: Math.min(...each.map((one) => one.firstClusters)), high: Math.max(...each.map((one) => one.firstClusters)) },
  };
}
