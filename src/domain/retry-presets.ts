/** The waits between attempts, in seconds, of each preset. */
export const retryPresets = {
  standard: [5, 300, 1800, 7200, 18000, 36000, 36000],
  short: [30, 300],
  extended: [5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400],
  none: [],
} as const satisfies Record<string, readonly number[]>;

export type RetryPreset = keyof typeof retryPresets;
