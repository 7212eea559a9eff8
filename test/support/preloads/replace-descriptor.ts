// Loaded into the program under test before its own code. At SIGUSR2 it puts another file in the place of one that the
// program has open, below its feet: FAULT_FILE names the end of that file's path, FAULT_DEVICE what takes its place.
// /dev/null takes every write and fails to bring it to the disk (EINVAL), /dev/full has no room for any.
import { dlopen, FFIType } from "bun:ffi";
import { openSync, readdirSync, readlinkSync } from "node:fs";

const { symbols } = dlopen("libc.so.6", { dup2: { args: [FFIType.i32, FFIType.i32], returns: FFIType.i32 } });

process.on("SIGUSR2", () => {
  const device = openSync(Bun.env.FAULT_DEVICE ?? "", "r+");
  for (const name of readdirSync("/proc/self/fd")) {
    if (pathOf(name).endsWith(Bun.env.FAULT_FILE ?? "none")) symbols.dup2(device, Number(name));
  }
});

function pathOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return "";
  }
}
