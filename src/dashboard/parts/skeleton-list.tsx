import { Skeleton, Stack } from "@mantine/core";

/** A list whose rows are on their way. */
export function SkeletonList({ rows }: { rows: number }) {
  return (
    <Stack gap="md" px="1.125rem" py="sm">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of nothing have no other name
        <div key={row}>
          <Skeleton height={13} width="45%" mb={9} radius="sm" />
          <Skeleton height={11} width="80%" radius="sm" />
        </div>
      ))}
    </Stack>
  );
}
