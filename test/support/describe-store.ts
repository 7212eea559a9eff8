import { describe } from "bun:test";
import type { TestStore } from "./a-store.ts";
import { describeAcceptingBatches } from "./describe-store/accepting-batches.ts";
import { describeAcceptingEvents } from "./describe-store/accepting-events.ts";
import { describeAlerts } from "./describe-store/alerts.ts";
import { describeApiKeys } from "./describe-store/api-keys.ts";
import { describeAttachments } from "./describe-store/attachments.ts";
import { describeCatalogue } from "./describe-store/catalogue.ts";
import { describeChangingEvents } from "./describe-store/changing-events.ts";
import { describeClaiming } from "./describe-store/claiming.ts";
import { describeCongestion } from "./describe-store/congestion.ts";
import { describeEndpoints } from "./describe-store/endpoints.ts";
import { describeKeepingOrder } from "./describe-store/keeping-order.ts";
import { describeOperationalEvents } from "./describe-store/operational-events.ts";
import { describeOrganizations, testOrganizationsApart } from "./describe-store/organizations.ts";
import { describePausing } from "./describe-store/pausing.ts";
import { describeRecordingAttempts } from "./describe-store/recording-attempts.ts";
import { describeRetention } from "./describe-store/retention.ts";
import { describeSendingAgainAndCanceling } from "./describe-store/sending-again-and-canceling.ts";
import { describeSigningSecrets } from "./describe-store/signing-secrets.ts";
import { describeStatistics } from "./describe-store/statistics.ts";
import { storeForEachTest } from "./describe-store/store-under-test.ts";
import { describeTellingOfCongestion } from "./describe-store/telling-of-congestion.ts";
import { describeTestsOfAnEndpoint } from "./describe-store/tests-of-an-endpoint.ts";

/** What every store must do, whatever it is made of. */
export function describeStore(name: string, open: () => Promise<TestStore>): void {
  describe(name, () => {
    const subject = storeForEachTest(open);
    describeAcceptingEvents(subject);
    describeAcceptingBatches(subject);
    describeClaiming(subject);
    describeRecordingAttempts(subject);
    describeEndpoints(subject);
    describePausing(subject);
    describeCongestion(subject);
    describeKeepingOrder(subject);
    describeSigningSecrets(subject);
    describeSendingAgainAndCanceling(subject);
    describeChangingEvents(subject);
    describeCatalogue(subject);
    describeTestsOfAnEndpoint(subject);
    describeOperationalEvents(subject);
    describeAlerts(subject);
    describeTellingOfCongestion(subject);
    describeApiKeys(subject);
    describeAttachments(subject);
    describeOrganizations(subject);
    describeStatistics(subject);
    describeRetention(subject);
    testOrganizationsApart(subject);
  });
}
