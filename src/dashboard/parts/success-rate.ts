/** Below this share of success somebody should look. */
const goodRate = 0.95;

/** Whether a success rate needs a look; null: nothing has ended yet. */
export const isPoor = (rate: number | null): boolean => rate !== null && rate < goodRate;
