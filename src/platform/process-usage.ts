import { readdir, readFile, stat } from "node:fs/promises";

/** What this process uses of its machine. Null where the system does not say. */
export interface ProcessUsage {
  residentBytes: number;
  cpuSeconds: number;
  /** Unix time. */
  startedAtSeconds: number;
  openDescriptors: number | null;
  descriptorsMax: number | null;
}

/** Found once: a clock that is corrected later must not make it look like a restart. */
const startedAtSeconds = Math.round(Date.now() - process.uptime() * 1000) / 1000;

export async function readProcessUsage(): Promise<ProcessUsage> {
  const { user, system } = process.cpuUsage();
  const [openDescriptors, descriptorsMax] = await Promise.all([countDescriptors(), readDescriptorsMax()]);
  return {
    residentBytes: process.memoryUsage.rss(),
    cpuSeconds: (user + system) / 1e6,
    startedAtSeconds,
    openDescriptors,
    descriptorsMax,
  };
}

/** The length of a file; null where there is none. */
export async function readFileBytes(path: string): Promise<number | null> {
  return orNull(async () => (await stat(path)).size);
}

/** Linux alone has this folder. The descriptor that reads it is one of them. */
function countDescriptors(): Promise<number | null> {
  return orNull(async () => (await readdir("/proc/self/fd")).length - 1);
}

function readDescriptorsMax(): Promise<number | null> {
  return orNull(async () => {
    const text = await readFile("/proc/self/limits", "utf8");
    const max = /^Max open files +(\d+)/m.exec(text)?.[1];
    return max === undefined ? null : Number(max);
  });
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
