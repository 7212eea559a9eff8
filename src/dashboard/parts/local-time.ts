/** A moment as a field for date and time has it (`2026-05-13T14:46`, in the time zone of whoever looks), for the API. */
export function toIso(local: string): string | null {
  const at = Date.parse(local);
  return local === "" || Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** A moment for such a field. */
export function toLocal(ms: number): string {
  const at = new Date(ms);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
