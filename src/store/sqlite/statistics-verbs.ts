import type { StatisticsVerbs } from "../statistics-verbs.ts";
import type { SqliteContext } from "./context.ts";

/** Reading the counters, in the reader. */
export function statisticsVerbs({ directory, reader }: SqliteContext): StatisticsVerbs {
  return {
    async getEndpointStatistics(organizationId, reference, window, interval) {
      const { row, organization } = directory.require(organizationId, reference);
      return reader.read("endpointStatistics", organization.seq, row.seq, window, interval);
    },
    async listStatistics(organizationId, { endpointId, ...query }) {
      const { seq } = directory.organization(organizationId);
      if (endpointId === undefined) return reader.read("statistics", seq, query);
      const endpoint = directory.find(organizationId, endpointId);
      if (!endpoint) return [];
      return reader.read("statistics", seq, { ...query, endpointSeq: endpoint.row.seq });
    },
  };
}
