// Statistics of measured values.

/** The quantile of `values` for a share, interpolated between the two nearest values. Null for an empty list. */
export function quantile(values, share) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** A value in `unit`s, with this number of decimals. Null is "-". */
export const fixed = (value, digits, unit = 1) => (value === null ? '-' : (value / unit).toFixed(digits));

export const median = (values) => quantile(values, 0.5);

/**
 * The ratio of two series: the median of the rounds, with the lowest and the highest round. A load of some seconds
 * affects both, so ratios vary less than milliseconds do.
 */
export function ratio(ones, others) {
  const ratios = ones.map((one, round) => one / others[round]).filter(Number.isFinite);
  return ratios.length ? { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) } : null;
}

/**
 * The order of a round: each starts with another candidate, and every other round is reversed. Neighbours stay
 * neighbours, and neither of two is always the first.
 */
export function inTurn(everybody, round) {
  const from = (round * 3) % everybody.length;
  const turn = [...everybody.slice(from), ...everybody.slice(0, from)];
  return round % 2 ? turn.reverse() : turn;
}
