// Numbers about numbers.

/** The value below which a share of `values` lies, between the two nearest; null where there are none. */
export function quantile(values, share) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  if (!sorted.length) return null;
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/**
 * How many times one is of the other: the median of the rounds, with the lowest and the highest round. What slows the
 * machine down for some seconds slows both down, so these move less than the milliseconds do.
 */
export function ratio(ones, others) {
  const ratios = ones.map((one, round) => one / others[round]).filter(Number.isFinite);
  return ratios.length ? { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) } : null;
}
