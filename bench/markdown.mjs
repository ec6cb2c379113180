// Markdown for the reports.

export const grouped = (value, digits = 0) => value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });

const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
export const table = (head, rows) => [line(head), line(head.map((_, i) => (i ? "---:" : "---"))), ...rows.map(line)];

const QUIET = 0.25; // load average per core; above it, other programs were running
export const isBusy = ({ load, cores }) => load > QUIET * cores;

// The machine behind the figures; `before` names when the load was read.
export const machineLine = (machine, before) =>
  `- Machine: ${machine.cores} cores (${machine.model}), ${grouped(machine.memory / 2 ** 30, 0)} GiB of memory, ${machine.system}; ${before}: ${grouped(machine.load, 1)}`;
