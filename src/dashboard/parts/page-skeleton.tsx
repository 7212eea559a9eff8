import { Skeleton, Stack } from "@mantine/core";

/** A page whose code or subject is on its way. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading the page">
      <Stack p="xl" gap="lg" maw="78rem" mx="auto">
        <Skeleton height={28} width={220} />
        <Skeleton height={120} radius="lg" />
        <Skeleton height={320} radius="lg" />
      </Stack>
    </div>
  );
}
