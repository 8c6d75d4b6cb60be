// Medians, percentiles, and how figures are written in bench/RESULTS.md.

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// Of values in ascending order: the one that `part` of them are below. Without values there is none: no target is kept to by NaN.
export const percentile = (sorted, part) => (sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);

export const microseconds = (value) => (value < 1000 ? `${value.toFixed(1)} µs` : milliseconds(value / 1000));
export const milliseconds = (value) => (value < 1000 ? `${value.toFixed(value < 10 ? 2 : 1)} ms` : `${(value / 1000).toFixed(2)} s`);
export const perSecond = (value) => `${Math.round(value).toLocaleString('en')}/s`;
export const bytes = (value) => `${Math.round(value).toLocaleString('en')} B`;
export const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
export const mebibytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
// Bytes per microsecond are megabytes per second.
export const megabytesPerSecond = (rate) => (rate < 10_000 ? `${Math.round(rate)} MB/s` : `${(rate / 1000).toFixed(1)} GB/s`);
export const count = (value) => Number(value.toFixed(1)).toLocaleString('en');
export const times = (ratio) => `${ratio.toFixed(2)}×`;

// A row of the table of targets. `reached` is whether `value` keeps to the target.
export const target = (name, wanted, value, reached) => ({ name, wanted, value, reached });

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
