export interface paths {
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whose key this is
         * @description Needs any key.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a browser in with an API key
         * @description The reply's cookie stands for the key for 12 hours, and ends with it or when the server restarts. A request that changes something must then come from this host's own pages. For programs a key in `Authorization` is simpler. Needs no key.
         */
        post: operations["createSession"];
        /**
         * Sign the browser out
         * @description Ends the session of the request's cookie at once. Needs any key.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the instance's organizations
         * @description Needs a key with the role operator.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create an organization
         * @description A tenant with endpoints, events and keys of its own. Make its first key with the header X-Organization. Needs a key with the role operator.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an organization and its settings
         * @description A tenant's key sees its own. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Delete an organization with everything in it
         * @description Effective at once: its keys end, nothing more is sent, its ids are not found. The organization `default` cannot be deleted. Needs a key with the role operator.
         */
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        /**
         * Change an organization's name and settings
         * @description A JSON merge patch: absent fields stay, null is the default. apiVersion and liveMode hold for deliveries that are made from then on, endpointDefaults for endpoints. An owner changes its own; the uid, a limit of 0, and limits above the instance's are the operator's. Needs a key with the role owner or operator.
         */
        patch: operations["updateOrganization"];
        trace?: never;
    };
    "/api/v1/instance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what all organizations share
         * @description The version and the limits of the instance, which hold where an organization sets none; for operators also its health and its disk. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getInstance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organization's API keys
         * @description Needs a key with the role admin, owner or operator.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The token is in this reply alone; only its hash is stored. Owner keys need an owner, operator keys an operator. A key that expires makes none that outlives it. Needs a key with the role admin, owner or operator.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key at once
         * @description Needs a key with the role admin, owner or operator.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an API key
         * @description Makes a successor with the same name, role and expiry. The old key works for the grace period. Needs a key with the role admin, owner or operator.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Create an endpoint
         * @description The reply alone also carries the signing secret; later it is read at …/secret. Needs a key with the role admin, owner or operator.
         */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an endpoint
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getEndpoint"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description Nothing more is sent to it. Its deliveries and attempts go too, its events stay. Needs a key with the role admin, owner or operator.
         */
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint
         * @description A JSON merge patch: absent fields stay, null sets the default or clears. Headers and metadata merge by name, null removes one; retry, signing, filter and eventTypes are replaced whole. Another signing.scheme makes a new secret, read at …/secret, and ends the old ones at once. A URL on another origin needs every sensitive header's value anew. Needs a key with the role admin, owner or operator.
         */
        patch: operations["updateEndpoint"];
        trace?: never;
    };
    "/api/v1/endpoints/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an endpoint
         * @description Starts the failure counters anew. What was canceled while it was disabled stays canceled; with `recover` a task queues it again, ahead of anything new where the endpoint is ordered. Needs a key with the role admin, owner or operator.
         */
        post: operations["enableEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an endpoint
         * @description Cancels its pending deliveries; what it misses from now on is listed as canceled. Needs a key with the role admin, owner or operator.
         */
        post: operations["disableEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause an endpoint
         * @description Holds it with all that is pending until it is resumed; new events still get their deliveries. Pausing a paused one changes nothing. Needs a key with the role admin, owner or operator.
         */
        post: operations["pauseEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a paused endpoint
         * @description What is pending goes on. Resuming one that is not paused changes nothing. Needs a key with the role admin, owner or operator.
         */
        post: operations["resumeEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an endpoint's signing secret
         * @description Needs a key with the role admin, owner or operator.
         */
        get: operations["getEndpointSecret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an endpoint's signing secret
         * @description The old secret signs beside the new one for the grace period; at most 5 sign at a time. Needs a key with the role admin, owner or operator.
         */
        post: operations["rotateEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event to an endpoint
         * @description Makes exactly one attempt at once, whatever the subscription and status say, and replies with it, whatever its outcome. It counts nowhere. Needs a key with the role admin, owner or operator.
         */
        post: operations["testEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/filter-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a filter on an event
         * @description Says whether an endpoint with the filter would get the event, and if not, where it failed. Needs a key with the role viewer, admin, owner or operator.
         */
        post: operations["testFilter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the catalogue of event types
         * @description With those that the instance shares, unless the organization has its own of the same name. Needs a key with the role viewer, publisher, admin, owner or operator.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-types/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an event type
         * @description Needs a key with the role viewer, publisher, admin, owner or operator.
         */
        get: operations["getEventType"];
        /**
         * Describe an event type
         * @description Makes the entry or replaces it whole. Patterns are regular expressions as RE2 takes them; a schema has no remote or recursive $ref. With shared true an operator describes it for all organizations; an organization's own entry of the name stands before that. Needs a key with the role admin, owner or operator.
         */
        put: operations["putEventType"];
        post?: never;
        /**
         * Take an event type out of the catalogue
         * @description Its events stay. A shared one is deleted by an operator. Needs a key with the role admin, owner or operator.
         */
        delete: operations["deleteEventType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what failed
         * @description Takes each event once, oldest first, of the deliveries created in that time that failed or were canceled by a disable. Those whose newest delivery to the endpoint has since succeeded or is pending are skipped. Needs a key with the role admin, owner or operator.
         */
        post: operations["recoverEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events of the past
         * @description Takes the events of that time that the endpoint would get today, oldest first, also those from before it existed; unless onlyMissing is false, those without a delivery to it. Never events that were published for certain endpoints, that are not yet due, tests, or operational ones. Needs a key with the role admin, owner or operator.
         */
        post: operations["replayEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List recoveries and replays
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a task and its progress
         * @description A task is done when everything is queued; what becomes of it is told by the deliveries. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a task
         * @description It queues nothing more; what it has queued is sent. A task that has ended stays as it is. Needs a key with the role admin, owner or operator.
         */
        post: operations["cancelTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Needs a key with the role viewer, publisher, admin, owner or operator.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Publish an event
         * @description The reply says that the event is on disk. A repeated id stores and sends nothing: it gets 200 and the first event, with duplicate true. Needs a key with the role publisher, admin, owner or operator.
         */
        post: operations["publishEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an event, with its data and what became of it
         * @description Needs a key with the role viewer, publisher, admin, owner or operator.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        /**
         * Erase an event's data
         * @description For personal data: the rows stay, but the event's data and the headers and bodies of its attempts become null, and what is pending is canceled. The id stays taken. Needs a key with the role admin, owner or operator.
         */
        delete: operations["eraseEvent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish many events at once
         * @description Up to 1,000 events in one transaction, each judged on its own: what is wrong with one stands in its place. With throttlePerHour the i-th new event (from 0) is due i × 3600/throttlePerHour seconds from now, unless its own deliverAt is later. Needs a key with the role publisher, admin, owner or operator.
         */
        post: operations["publishBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel what is pending of an event
         * @description An attempt that is under way ends and is recorded. What has ended stays as it is. Needs a key with the role admin, owner or operator.
         */
        post: operations["cancelEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event again
         * @description Makes new deliveries with the full schedule, to the named endpoints or to all that are subscribed now. A named endpoint that is disabled is refused, and nothing is queued; a disabled one that only subscribed is passed over, unless all are. An erased event gets 422, more than 1,000 endpoints limit_reached. Needs a key with the role admin, owner or operator.
         */
        post: operations["resendEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listSources"];
        put?: never;
        /**
         * Create a source
         * @description Its URL takes what an upstream platform sends, and makes events of it with the tag `source:<name>`. The types that it brings along are added to the catalogue. Needs a key with the role admin, owner or operator.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a source
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /**
         * Delete a source
         * @description Its URL answers 404 at once. Its events stay; the log of its requests goes. Needs a key with the role admin, owner or operator.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /**
         * Change a source
         * @description A JSON merge patch. Members of `config` that are absent stay, null sets the default; lists are replaced whole, and so is a member with another `kind`. A disabled source answers its sender with 404. Needs a key with the role admin, owner or operator.
         */
        patch: operations["updateSource"];
        trace?: never;
    };
    "/api/v1/sources/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a source has received
         * @description The last 1,000 requests that it took, and apart from them the last 1,000 that it refused; these are forgotten at a restart. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listSourceRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a delivery, with the request as sent
         * @description Before the first attempt the request is shown without timestamp and signature. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a delivery's attempts
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listAttemptsOfDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery's event again
         * @description Makes a new delivery with the full schedule. Of one that is still pending only the next attempt becomes due now: 200, no new delivery. A test and an erased event cannot be sent again. Needs a key with the role admin, owner or operator.
         */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a pending delivery
         * @description Needs a key with the role admin, owner or operator.
         */
        post: operations["cancelDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the message history
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attempts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an attempt, with the request as sent
         * @description Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch deliveries and endpoints live
         * @description Server-sent events: at most once a second a `changes` with the deliveries whose attempts ended, at most 100 of them, and the endpoints that are not as they were. `deliveriesLeftOut` says how many more deliveries there were. It begins with what happens next, and repeats nothing: read the lists first, and again after it was interrupted. 50 may be open in an organization, and 500 in all; one ends when its key does. Needs any key.
         */
        get: operations["getStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who changed what
         * @description Every change that was made through the API, but for publishing, written in the transaction of the change. Secrets and sensitive values are not in it. Needs a key with the role owner or operator.
         */
        get: operations["listAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts, active and past
         * @description An endpoint's error rate, latency and availability over the last 10 minutes are looked at every 30 seconds; each threshold that is crossed is one alert. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what an endpoint was sent in a window
         * @description Deliveries created in the window, whenever they ended, and the attempts made for them; tests are left out. The window is rounded out to whole hours, or, if it is longer than 31 days, to whole days, as replied. Kept for 400 days. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["getEndpointStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count deliveries or events by hour or day
         * @description One row for each interval and group in which something was created, the oldest first. Without a window: the last 24 hours, or with `interval=day` the last 30 days. By the hour a window may be 31 days long, and a reply has at most 5000 rows: more are refused. What a deleted endpoint got stays in the counts, but is no group of its own. Needs a key with the role viewer, admin, owner or operator.
         */
        get: operations["listStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say that the process is alive
         * @description Needs no key.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether events can be taken
         * @description Ready means: the database can be written, and the disk has space above its floor. Needs no key.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics of the instance
         * @description For Prometheus, or anything else that reads its text format; OpenMetrics 1.0 where `Accept` asks for it. Open to everybody where `POSTHORN_METRICS_PUBLIC` is `true`. Needs a key with the role operator.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "id": "alrt_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "kind": "error_rate",
         *       "threshold": 10,
         *       "state": "ACTIVATED",
         *       "activatedAt": "2026-05-13T12:46:30.000Z",
         *       "deactivatedAt": null,
         *       "data": {
         *         "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *         "alertState": "ACTIVATED",
         *         "threshold": 10,
         *         "thresholdUnit": "percent",
         *         "errorRate": 14.29,
         *         "p50LatencyMs": 84,
         *         "p90LatencyMs": 412,
         *         "availability": 85.71,
         *         "requestsCount": 42,
         *         "errors": [
         *           {
         *             "errorType": "http_error",
         *             "errorCount": 6,
         *             "errorRate": 14.29
         *           }
         *         ],
         *         "message": "14.29 % of the 42 requests to hooks.example.com in the last 10 minutes failed: more than 10 %.",
         *         "hint": "Most failures are http_error: the receiver answers with an error status. Its own log says why. What came back: GET /attempts?endpointId=ep_01kq8v4z6t8m5n2p7r9s3w1x0y&outcome=http_error."
         *       }
         *     }
         */
        Alert: {
            id: string;
            endpointId: string;
            /** @enum {string} */
            kind: "error_rate" | "latency" | "availability";
            threshold: number;
            /** @enum {string} */
            state: "ACTIVATED" | "DEACTIVATED";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            activatedAt: string;
            deactivatedAt: string | null;
            /** @description As of the latest change of state */
            data: components["schemas"]["AlertData"];
        };
        AlertData: {
            endpointId: string;
            /** @enum {string} */
            alertState: "ACTIVATED" | "DEACTIVATED";
            threshold: number;
            /** @enum {string} */
            thresholdUnit: "percent" | "ms";
            /** @description Attempts that did not succeed, in percent */
            errorRate: number | null;
            p50LatencyMs: number | null;
            p90LatencyMs: number | null;
            /** @description Attempts that were answered, with anything but a 5xx, in percent */
            availability: number | null;
            requestsCount: number;
            errors: {
                /** @description As an attempt's `outcome` */
                errorType: components["schemas"]["Outcome"];
                errorCount: number;
                /** @description Of all attempts, in percent */
                errorRate: number;
            }[];
            message: string;
            /** @description What to do */
            hint: string;
        };
        /**
         * @example {
         *       "status": "alive"
         *     }
         */
        Alive: {
            /** @constant */
            status: "alive";
        };
        /**
         * @example {
         *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "name": "orders service",
         *       "role": "publisher",
         *       "prefix": "phk_Zk3v",
         *       "expiresAt": null,
         *       "lastUsedAt": "2026-05-13T12:46:25.000Z",
         *       "createdAt": "2026-05-01T08:00:00.000Z"
         *     }
         */
        ApiKey: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "publisher" | "admin" | "owner" | "operator";
            /** @description The token's first characters, to recognise it by */
            prefix: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
        };
        /**
         * @example {
         *       "name": "orders service",
         *       "role": "publisher"
         *     }
         */
        ApiKeyInput: {
            /** @description Who uses it, to recognise it by */
            name: string;
            /**
             * @description `viewer` reads all but secrets and keys; `publisher` publishes events and reads them; `admin` changes all but owner keys; `owner` also those; `operator` runs the instance, in every organization
             * @enum {string}
             */
            role: "viewer" | "publisher" | "admin" | "owner" | "operator";
            /** @description When it stops working; never, if left out */
            expiresAt?: string | null;
        };
        /**
         * @example {
         *       "gracePeriodSeconds": 3600
         *     }
         */
        ApiKeyRotation: {
            /**
             * @description How long the old one goes on working beside the new one; 0 cuts it off at once
             * @default 0
             */
            gracePeriodSeconds: number;
        };
        /**
         * @example {
         *       "id": "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "deliveryId": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "eventId": "order-1234",
         *       "eventType": "message.delivered",
         *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "number": 1,
         *       "trigger": "event",
         *       "startedAt": "2026-05-13T12:46:25.106Z",
         *       "durationMs": 42,
         *       "outcome": "http_error",
         *       "responseStatus": 503,
         *       "responseHeaders": {
         *         "content-type": "text/plain"
         *       },
         *       "responseBody": "come back later",
         *       "responseBodyTruncated": false,
         *       "error": "The receiver answered 503."
         *     }
         */
        Attempt: {
            id: string;
            deliveryId: string;
            eventId: string;
            eventType: string;
            endpointId: string;
            number: number;
            /** @enum {string} */
            trigger: "event" | "resend" | "recover" | "replay" | "test";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            startedAt: string;
            durationMs: number;
            outcome: components["schemas"]["Outcome"];
            responseStatus: number | null;
            responseHeaders: {
                [key: string]: string;
            } | null;
            responseBody: string | null;
            responseBodyTruncated: boolean;
            error: string | null;
        };
        AttemptWithRequest: {
            id: string;
            deliveryId: string;
            eventId: string;
            eventType: string;
            endpointId: string;
            number: number;
            /** @enum {string} */
            trigger: "event" | "resend" | "recover" | "replay" | "test";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            startedAt: string;
            durationMs: number;
            outcome: components["schemas"]["Outcome"];
            responseStatus: number | null;
            responseHeaders: {
                [key: string]: string;
            } | null;
            responseBody: string | null;
            responseBodyTruncated: boolean;
            error: string | null;
            request: components["schemas"]["SentRequest"];
        };
        /**
         * @example {
         *       "id": "aud_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "at": "2026-05-13T12:46:25.000Z",
         *       "keyId": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "keyName": "operations",
         *       "action": "endpoint.update",
         *       "objectId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "address": "192.0.2.17",
         *       "changes": {
         *         "url": {
         *           "from": "https://hooks.example.com/in",
         *           "to": "https://hooks.example.com/v2/in"
         *         }
         *       }
         *     }
         */
        AuditEntry: {
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            at: string;
            /** @description The API key that asked for it; it may be gone by now. `posthorn restore`: the command line */
            keyId: string;
            keyName: string;
            /** @enum {string} */
            action: "organization.create" | "organization.update" | "organization.delete" | "api_key.create" | "api_key.rotate" | "api_key.revoke" | "endpoint.create" | "endpoint.update" | "endpoint.delete" | "endpoint.enable" | "endpoint.disable" | "endpoint.pause" | "endpoint.resume" | "endpoint.rotate_secret" | "endpoint.test" | "event_type.put" | "event_type.delete" | "source.create" | "source.update" | "source.delete" | "event.cancel" | "event.erase" | "event.resend" | "delivery.resend" | "delivery.cancel" | "endpoint.recover" | "endpoint.replay" | "task.cancel";
            /** @description What was changed */
            objectId: string;
            /** @description The client's, as far as it is known */
            address: string | null;
            /** @description What each field was and became; empty where no field tells it */
            changes: {
                [key: string]: {
                    from: unknown;
                    to: unknown;
                };
            };
        };
        /**
         * @example {
         *       "events": [
         *         {
         *           "type": "message.delivered",
         *           "data": {
         *             "messageId": "wamid.HBgN"
         *           },
         *           "id": "order-1234"
         *         },
         *         {
         *           "type": "message.failed",
         *           "data": {
         *             "messageId": "wamid.HBgO"
         *           },
         *           "id": "order-1235"
         *         }
         *       ],
         *       "throttlePerHour": 3600
         *     }
         */
        BatchInput: {
            /** @description Each as it would be published alone */
            events: components["schemas"]["PublishInput"][];
            /** @description Spreads the new events in time: so many become due in an hour */
            throttlePerHour?: number;
        };
        /**
         * @example {
         *       "id": "order-1234",
         *       "duplicate": false,
         *       "deliveries": 2,
         *       "canceled": 0
         *     }
         */
        BatchedEvent: {
            id: string;
            duplicate: boolean;
            /** @description Deliveries that will be sent */
            deliveries: number;
            /** @description Deliveries canceled from the start: their endpoint is disabled */
            canceled: number;
        };
        /**
         * @example {
         *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "name": "orders service",
         *       "role": "publisher",
         *       "prefix": "phk_Zk3v",
         *       "expiresAt": null,
         *       "lastUsedAt": "2026-05-13T12:46:25.000Z",
         *       "createdAt": "2026-05-01T08:00:00.000Z",
         *       "key": "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w"
         *     }
         */
        CreatedApiKey: {
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "publisher" | "admin" | "owner" | "operator";
            /** @description The token's first characters, to recognise it by */
            prefix: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /** @description The token, shown this once; null where the reply is given again (`Idempotency-Key`) */
            key: string | null;
        };
        /**
         * @example {
         *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "uid": null,
         *       "url": "https://hooks.example.com/in",
         *       "description": "CRM",
         *       "eventTypes": [
         *         "message.*"
         *       ],
         *       "filter": null,
         *       "status": "active",
         *       "disabledReason": null,
         *       "disabledAt": null,
         *       "rateLimitPerSecond": null,
         *       "timeoutSeconds": 10,
         *       "retry": {
         *         "preset": "standard",
         *         "delaysSeconds": [
         *           5,
         *           300,
         *           1800,
         *           7200,
         *           18000,
         *           36000,
         *           36000
         *         ]
         *       },
         *       "autoDisableAfter": 10,
         *       "ordered": false,
         *       "headers": {
         *         "X-Env": "prod",
         *         "Authorization": "[redacted]"
         *       },
         *       "payloadFormat": "standard",
         *       "signing": {
         *         "scheme": "hmac",
         *         "bodySignature": null
         *       },
         *       "metadata": {},
         *       "health": {
         *         "state": "healthy",
         *         "consecutiveFailures": 0,
         *         "consecutiveFailedAttempts": 0,
         *         "lastSuccessAt": null,
         *         "lastFailureAt": null,
         *         "lastError": null,
         *         "heldUntil": null,
         *         "backlog": {
         *           "due": 0,
         *           "oldestDueAt": null,
         *           "arrivingPerSecond": 0,
         *           "leavingPerSecond": 0
         *         },
         *         "successRate24h": null
         *       },
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "updatedAt": "2026-05-13T12:46:25.000Z",
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
         *     }
         */
        CreatedEndpoint: {
            id: string;
            uid: string | null;
            url: string;
            description: string;
            eventTypes: string[];
            filter: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            status: "active" | "paused" | "disabled";
            disabledReason: ("manual" | "consecutive_failures" | "gone") | null;
            disabledAt: string | null;
            rateLimitPerSecond: number | null;
            timeoutSeconds: number;
            retry: components["schemas"]["RetrySchedule"];
            autoDisableAfter: number | null;
            ordered: boolean;
            headers: {
                [key: string]: string;
            };
            /** @enum {string} */
            payloadFormat: "standard" | "event" | "object" | "raw" | "text";
            signing: components["schemas"]["Signing"];
            metadata: {
                [key: string]: string;
            };
            health: {
                /** @enum {string} */
                state: "healthy" | "failing" | "congested" | "disabled";
                consecutiveFailures: number;
                consecutiveFailedAttempts: number;
                lastSuccessAt: string | null;
                lastFailureAt: string | null;
                lastError: string | null;
                heldUntil: string | null;
                backlog: {
                    due: number;
                    oldestDueAt: string | null;
                    arrivingPerSecond: number;
                    leavingPerSecond: number;
                };
                successRate24h: number | null;
            };
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            updatedAt: string;
            /** @description Null where the reply is given again (`Idempotency-Key`) */
            secret: string | null;
            /** @description Only with the scheme ed25519: what verifies */
            publicKey?: string;
        };
        /**
         * @example {
         *       "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "eventId": "order-1234",
         *       "eventType": "message.delivered",
         *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "status": "pending",
         *       "reason": null,
         *       "attemptCount": 1,
         *       "maxAttempts": 8,
         *       "nextAttemptAt": "2026-05-13T12:46:30.000Z",
         *       "trigger": "event",
         *       "lastResponseStatus": 503,
         *       "lastOutcome": "http_error",
         *       "createdAt": "2026-05-13T12:46:25.104Z",
         *       "completedAt": null
         *     }
         */
        Delivery: {
            id: string;
            eventId: string;
            eventType: string;
            endpointId: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "canceled";
            reason: ("exhausted" | "expired" | "gone" | "endpoint_disabled" | "manual") | null;
            attemptCount: number;
            maxAttempts: number;
            nextAttemptAt: string | null;
            /** @enum {string} */
            trigger: "event" | "resend" | "recover" | "replay" | "test";
            lastResponseStatus: number | null;
            lastOutcome: components["schemas"]["Outcome"] | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            completedAt: string | null;
        };
        /**
         * @example {
         *       "start": "2026-05-13T12:00:00.000Z",
         *       "group": "message.delivered",
         *       "total": 1200,
         *       "succeeded": 1170,
         *       "failed": 10,
         *       "canceled": 0,
         *       "pending": 20,
         *       "successRate": 0.9915254237288136,
         *       "latencyMs": {
         *         "p50": 85,
         *         "p90": 240,
         *         "p99": 1400
         *       }
         *     }
         */
        DeliveryStatistics: {
            /**
             * Format: date-time
             * @description Start of the hour or day, in UTC
             * @example 2026-05-13T12:46:25.000Z
             */
            start: string;
            /** @description The event type or the endpoint's id; null without groupBy */
            group: string | null;
            /** @description Deliveries created, tests left out */
            total: number;
            succeeded: number;
            failed: number;
            canceled: number;
            /** @description Those that have not ended yet */
            pending: number;
            /** @description succeeded / (succeeded + failed) */
            successRate: number | null;
            /** @description How long their attempts took, within 5 %; null without attempts */
            latencyMs: {
                p50: number | null;
                p90: number | null;
                p99: number | null;
            };
        };
        DeliveryWithRequest: {
            id: string;
            eventId: string;
            eventType: string;
            endpointId: string;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "canceled";
            reason: ("exhausted" | "expired" | "gone" | "endpoint_disabled" | "manual") | null;
            attemptCount: number;
            maxAttempts: number;
            nextAttemptAt: string | null;
            /** @enum {string} */
            trigger: "event" | "resend" | "recover" | "replay" | "test";
            lastResponseStatus: number | null;
            lastOutcome: components["schemas"]["Outcome"] | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            completedAt: string | null;
            request: components["schemas"]["SentRequest"];
        };
        /** @example {} */
        Empty: Record<string, never>;
        /**
         * @example {
         *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "uid": null,
         *       "url": "https://hooks.example.com/in",
         *       "description": "CRM",
         *       "eventTypes": [
         *         "message.*"
         *       ],
         *       "filter": null,
         *       "status": "active",
         *       "disabledReason": null,
         *       "disabledAt": null,
         *       "rateLimitPerSecond": null,
         *       "timeoutSeconds": 10,
         *       "retry": {
         *         "preset": "standard",
         *         "delaysSeconds": [
         *           5,
         *           300,
         *           1800,
         *           7200,
         *           18000,
         *           36000,
         *           36000
         *         ]
         *       },
         *       "autoDisableAfter": 10,
         *       "ordered": false,
         *       "headers": {
         *         "X-Env": "prod",
         *         "Authorization": "[redacted]"
         *       },
         *       "payloadFormat": "standard",
         *       "signing": {
         *         "scheme": "hmac",
         *         "bodySignature": null
         *       },
         *       "metadata": {},
         *       "health": {
         *         "state": "healthy",
         *         "consecutiveFailures": 0,
         *         "consecutiveFailedAttempts": 0,
         *         "lastSuccessAt": null,
         *         "lastFailureAt": null,
         *         "lastError": null,
         *         "heldUntil": null,
         *         "backlog": {
         *           "due": 0,
         *           "oldestDueAt": null,
         *           "arrivingPerSecond": 0,
         *           "leavingPerSecond": 0
         *         },
         *         "successRate24h": null
         *       },
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "updatedAt": "2026-05-13T12:46:25.000Z"
         *     }
         */
        Endpoint: {
            id: string;
            uid: string | null;
            url: string;
            description: string;
            eventTypes: string[];
            filter: {
                [key: string]: unknown;
            } | null;
            /** @enum {string} */
            status: "active" | "paused" | "disabled";
            disabledReason: ("manual" | "consecutive_failures" | "gone") | null;
            disabledAt: string | null;
            rateLimitPerSecond: number | null;
            timeoutSeconds: number;
            retry: components["schemas"]["RetrySchedule"];
            autoDisableAfter: number | null;
            ordered: boolean;
            headers: {
                [key: string]: string;
            };
            /** @enum {string} */
            payloadFormat: "standard" | "event" | "object" | "raw" | "text";
            signing: components["schemas"]["Signing"];
            metadata: {
                [key: string]: string;
            };
            health: {
                /** @enum {string} */
                state: "healthy" | "failing" | "congested" | "disabled";
                consecutiveFailures: number;
                consecutiveFailedAttempts: number;
                lastSuccessAt: string | null;
                lastFailureAt: string | null;
                lastError: string | null;
                heldUntil: string | null;
                backlog: {
                    due: number;
                    oldestDueAt: string | null;
                    arrivingPerSecond: number;
                    leavingPerSecond: number;
                };
                successRate24h: number | null;
            };
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "timeoutSeconds": 15
         *     }
         */
        EndpointDefaults: {
            /** @description What it is for; shown, never sent */
            description?: string;
            /** @description Attempts that may start in any second; what is above waits; null, the default, for no limit */
            rateLimitPerSecond?: number | null;
            /** @description How long an attempt may take, headers and body; default 10 */
            timeoutSeconds?: number;
            /** @description When failed attempts are made again; default `standard` */
            retry?: components["schemas"]["RetryScheduleInput"];
            /** @description Exhausted deliveries in a row that disable it, null for never; default 10 */
            autoDisableAfter?: number | null;
            /** @description One delivery at a time, in the order of their first due times: one that fails holds those behind it until it has ended; default false */
            ordered?: boolean;
            /** @description Up to 50 strings of your own; shown, never sent */
            metadata?: {
                [key: string]: string | null;
            };
            /**
             * @description How the body is laid out; `standard` is Standard Webhooks
             * @enum {string}
             */
            payloadFormat?: "standard" | "event" | "object" | "raw" | "text";
            /** @description How requests are signed, whole; with `ed25519` receivers verify with a public key */
            signing?: components["schemas"]["SigningInput"];
            /** @description Which events it gets, by their data, whole: conditions in the style of MongoDB; null lets all through */
            filter?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "timeoutSeconds": 15,
         *       "retry": {
         *         "preset": "extended"
         *       }
         *     }
         */
        EndpointDefaultsPatch: {
            /** @description What it is for; shown, never sent */
            description?: string | null;
            /** @description Attempts that may start in any second; what is above waits; null, the default, for no limit */
            rateLimitPerSecond?: (number | null) | null;
            /** @description How long an attempt may take, headers and body; default 10 */
            timeoutSeconds?: number | null;
            /** @description When failed attempts are made again; default `standard` */
            retry?: components["schemas"]["RetryScheduleInput"] | null;
            /** @description Exhausted deliveries in a row that disable it, null for never; default 10 */
            autoDisableAfter?: (number | null) | null;
            /** @description One delivery at a time, in the order of their first due times: one that fails holds those behind it until it has ended; default false */
            ordered?: boolean | null;
            /** @description Up to 50 strings of your own; shown, never sent */
            metadata?: {
                [key: string]: string | null;
            } | null;
            /** @description How the body is laid out; `standard` is Standard Webhooks */
            payloadFormat?: ("standard" | "event" | "object" | "raw" | "text") | null;
            /** @description How requests are signed, whole; with `ed25519` receivers verify with a public key */
            signing?: components["schemas"]["SigningInput"] | null;
            /** @description Which events it gets, by their data, whole: conditions in the style of MongoDB; null lets all through */
            filter?: ({
                [key: string]: unknown;
            } | null) | null;
        };
        /**
         * @example {
         *       "recover": true
         *     }
         */
        EndpointEnabling: {
            /** @description Queue what it missed while it was disabled */
            recover?: boolean;
        };
        /**
         * @example {
         *       "url": "https://hooks.example.com/in",
         *       "eventTypes": [
         *         "message.*"
         *       ],
         *       "description": "CRM"
         *     }
         */
        EndpointInput: {
            /** @description Where events are sent; https, unless the operator allows http */
            url: string;
            /** @description Which events it gets: types, `*` for all, or `message.*` for those that start with `message.` */
            eventTypes: string[];
            /** @description What it is for; shown, never sent */
            description?: string;
            /** @description A name of your own that works wherever the id does; it must not start like an id */
            uid?: string | null;
            /** @description Attempts that may start in any second; what is above waits; null, the default, for no limit */
            rateLimitPerSecond?: number | null;
            /** @description How long an attempt may take, headers and body; default 10 */
            timeoutSeconds?: number;
            /** @description When failed attempts are made again; default `standard` */
            retry?: components["schemas"]["RetryScheduleInput"];
            /** @description Exhausted deliveries in a row that disable it, null for never; default 10 */
            autoDisableAfter?: number | null;
            /** @description One delivery at a time, in the order of their first due times: one that fails holds those behind it until it has ended; default false */
            ordered?: boolean;
            /** @description Up to 30 headers that every request carries. The values of those that look like credentials are stored encrypted and read `[redacted]` */
            headers?: {
                [key: string]: string | null;
            };
            /** @description Up to 50 strings of your own; shown, never sent */
            metadata?: {
                [key: string]: string | null;
            };
            /**
             * @description How the body is laid out; `standard` is Standard Webhooks
             * @enum {string}
             */
            payloadFormat?: "standard" | "event" | "object" | "raw" | "text";
            /** @description How requests are signed, whole; with `ed25519` receivers verify with a public key */
            signing?: components["schemas"]["SigningInput"];
            /** @description Which events it gets, by their data, whole: conditions in the style of MongoDB; null lets all through */
            filter?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description A signing secret of your own, `whsec_` and the base64 of 24 to 64 bytes, or `whsk_` with the scheme ed25519; generated, if left out
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret?: string;
        };
        /**
         * @example {
         *       "description": "CRM, second try",
         *       "timeoutSeconds": 15
         *     }
         */
        EndpointPatch: {
            /** @description Where events are sent; https, unless the operator allows http */
            url?: string;
            /** @description Which events it gets: types, `*` for all, or `message.*` for those that start with `message.` */
            eventTypes?: string[];
            /** @description What it is for; shown, never sent */
            description?: string | null;
            /** @description A name of your own that works wherever the id does; it must not start like an id */
            uid?: string | null;
            /** @description Attempts that may start in any second; what is above waits; null, the default, for no limit */
            rateLimitPerSecond?: number | null;
            /** @description How long an attempt may take, headers and body; default 10 */
            timeoutSeconds?: number | null;
            /** @description When failed attempts are made again; default `standard` */
            retry?: components["schemas"]["RetryScheduleInput"] | null;
            /** @description Exhausted deliveries in a row that disable it, null for never; default 10 */
            autoDisableAfter?: number | null;
            /** @description One delivery at a time, in the order of their first due times: one that fails holds those behind it until it has ended; default false */
            ordered?: boolean | null;
            /** @description Up to 30 headers that every request carries. The values of those that look like credentials are stored encrypted and read `[redacted]` */
            headers?: {
                [key: string]: string | null;
            } | null;
            /** @description Up to 50 strings of your own; shown, never sent */
            metadata?: {
                [key: string]: string | null;
            } | null;
            /** @description How the body is laid out; `standard` is Standard Webhooks */
            payloadFormat?: ("standard" | "event" | "object" | "raw" | "text") | null;
            /** @description How requests are signed, whole; with `ed25519` receivers verify with a public key */
            signing?: components["schemas"]["SigningInput"] | null;
            /** @description Which events it gets, by their data, whole: conditions in the style of MongoDB; null lets all through */
            filter?: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example {
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
         *       "publicKey": null,
         *       "previous": [
         *         {
         *           "expiresAt": "2026-05-14T12:46:25.000Z"
         *         }
         *       ]
         *     }
         */
        EndpointSecret: {
            secret: string;
            publicKey: string | null;
            /** @description Older secrets that still sign beside the new one, newest first */
            previous: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 * @example 2026-05-13T12:46:25.000Z
                 */
                expiresAt: string;
            }[];
        };
        /**
         * @example {
         *       "since": "2026-05-12T12:00:00.000Z",
         *       "until": "2026-05-13T13:00:00.000Z",
         *       "total": 1200,
         *       "succeeded": 1170,
         *       "failed": 10,
         *       "canceled": 0,
         *       "pending": 20,
         *       "successRate": 0.9915254237288136,
         *       "attempts": 1260,
         *       "latencyMs": {
         *         "p50": 85,
         *         "p90": 240,
         *         "p99": 1400
         *       }
         *     }
         */
        EndpointStatistics: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            since: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            until: string;
            /** @description Deliveries created, tests left out */
            total: number;
            succeeded: number;
            failed: number;
            canceled: number;
            /** @description Those that have not ended yet */
            pending: number;
            /** @description succeeded / (succeeded + failed) */
            successRate: number | null;
            /** @description How long their attempts took, within 5 %; null without attempts */
            latencyMs: {
                p50: number | null;
                p90: number | null;
                p99: number | null;
            };
            /** @description Attempts made for them */
            attempts: number;
        };
        /** @example {} */
        EndpointTest: {
            /** @description Sends this type's example instead of webhook.test */
            eventType?: string;
        };
        /**
         * @example {
         *       "id": "order-1234",
         *       "type": "message.delivered",
         *       "timestamp": "2026-05-13T12:46:25.000Z",
         *       "createdAt": "2026-05-13T12:46:25.104Z",
         *       "tags": [
         *         "crm"
         *       ],
         *       "sourceId": null,
         *       "data": {
         *         "messageId": "wamid.HBgN"
         *       },
         *       "deliveries": {
         *         "pending": 1,
         *         "succeeded": 1,
         *         "failed": 0,
         *         "canceled": 0
         *       }
         *     }
         */
        Event: {
            id: string;
            type: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            tags: string[];
            sourceId: string | null;
            data: {
                [key: string]: unknown;
            } | null;
            deliveries: {
                pending: number;
                succeeded: number;
                failed: number;
                canceled: number;
            };
        };
        /**
         * @example {
         *       "endpointIds": [
         *         "ep_01kq8v4z6t8m5n2p7r9s3w1x0y"
         *       ]
         *     }
         */
        EventResend: {
            /** @description Send to just these; to all that are subscribed now, if left out */
            endpointIds?: string[];
        };
        /**
         * @example {
         *       "start": "2026-05-13T12:00:00.000Z",
         *       "group": "message.failed",
         *       "total": 17
         *     }
         */
        EventStatistics: {
            /**
             * Format: date-time
             * @description Start of the hour or day, in UTC
             * @example 2026-05-13T12:46:25.000Z
             */
            start: string;
            /** @description The event type or the endpoint's id; null without groupBy */
            group: string | null;
            /** @description Events published */
            total: number;
        };
        /**
         * @example {
         *       "id": "order-1234",
         *       "type": "message.delivered",
         *       "timestamp": "2026-05-13T12:46:25.000Z",
         *       "createdAt": "2026-05-13T12:46:25.104Z",
         *       "tags": [
         *         "crm"
         *       ],
         *       "sourceId": null
         *     }
         */
        EventSummary: {
            id: string;
            type: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            tags: string[];
            sourceId: string | null;
        };
        /**
         * @example {
         *       "name": "message.delivered",
         *       "description": "The recipient's phone has the message.",
         *       "group": "messages",
         *       "schema": {
         *         "type": "object",
         *         "properties": {
         *           "messageId": {
         *             "type": "string"
         *           }
         *         },
         *         "required": [
         *           "messageId"
         *         ]
         *       },
         *       "example": {
         *         "messageId": "wamid.HBgN"
         *       },
         *       "archived": false,
         *       "shared": false,
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "updatedAt": "2026-05-13T12:46:25.000Z"
         *     }
         */
        EventType: {
            name: string;
            description: string;
            group: string | null;
            schema: {
                [key: string]: unknown;
            } | null;
            example: {
                [key: string]: unknown;
            } | null;
            archived: boolean;
            shared: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "description": "The recipient's phone has the message.",
         *       "group": "messages",
         *       "schema": {
         *         "type": "object",
         *         "properties": {
         *           "messageId": {
         *             "type": "string"
         *           }
         *         },
         *         "required": [
         *           "messageId"
         *         ]
         *       },
         *       "example": {
         *         "messageId": "wamid.HBgN"
         *       }
         *     }
         */
        EventTypeInput: {
            /**
             * @description What has happened when it is published
             * @default
             */
            description: string;
            /**
             * @description What it is listed with
             * @default null
             */
            group: string | null;
            /**
             * @description JSON Schema 2020-12 of `data`; checked where the organization is strict
             * @default null
             */
            schema: ((unknown | null) | null) | unknown | null;
            /**
             * @description An example of `data`; it must fit the schema, and is what a test of an endpoint sends
             * @default null
             */
            example: ((unknown | null) | null) | unknown | null;
            /**
             * @description No longer published; refused where the organization is strict
             * @default false
             */
            archived: boolean;
            /**
             * @description Visible to all organizations: for operators
             * @default false
             */
            shared: boolean;
        };
        /**
         * @example {
         *       "matches": false,
         *       "failedAt": "amount"
         *     }
         */
        FilterTest: {
            matches: boolean;
            /** @description The path of the first condition that failed; `$or` or `$not` for a combination */
            failedAt: string | null;
        };
        /**
         * @example {
         *       "filter": {
         *         "customer.country": "DE",
         *         "amount": {
         *           "$gte": 100
         *         }
         *       },
         *       "event": {
         *         "type": "order.paid",
         *         "data": {
         *           "customer": {
         *             "country": "DE"
         *           },
         *           "amount": 50
         *         }
         *       }
         *     }
         */
        FilterTestInput: {
            /** @description Conditions on `data` in the style of MongoDB; paths start at `data`: `{"customer.country": "DE", "amount": {"$gte": 100}}` */
            filter: {
                [key: string]: unknown;
            };
            /** @description An event to try it on */
            event: {
                /** @description A filter does not look at it */
                type?: string;
                /** @description What the filter's paths start at */
                data: {
                    [key: string]: unknown;
                };
            };
        };
        GenericSourceConfig: {
            preset: ("github" | "stripe" | "shopify" | "slack" | "gitlab") | null;
            verification: {
                kind: string;
                secret?: "[redacted]" | null;
                previousSecret?: "[redacted]" | null;
                password?: "[redacted]" | null;
                previousPassword?: "[redacted]" | null;
                token?: "[redacted]" | null;
                previousToken?: "[redacted]" | null;
            };
            eventType: components["schemas"]["SourceEventTypeRule"];
            eventId: components["schemas"]["SourceEventIdRule"];
            respondWith: components["schemas"]["SourceReply"];
        };
        GenericSourceConfigInput: {
            /** @description Fills in the rest for a platform; what is given beside it wins */
            preset?: ("github" | "stripe" | "shopify" | "slack" | "gitlab") | null;
            /** @description Short for the secret of `verification`, which is how it goes with a preset */
            secret?: string;
            /** @description How a request shows that it comes from whom it should */
            verification?: components["schemas"]["SourceVerification"];
            /** @description The type of its events; `inbound.received`, if left out */
            eventType?: components["schemas"]["SourceEventTypeRule"];
            /** @description What names an event, so that a repetition is dropped */
            eventId?: components["schemas"]["SourceEventIdRule"];
            /** @description What the sender gets; 200 without a body, if left out */
            respondWith?: components["schemas"]["SourceReply"];
        };
        /**
         * @example {
         *       "version": "0.1.0",
         *       "publicUrl": "https://hooks.example.com",
         *       "limits": {
         *         "rateLimitPerSecond": 10000,
         *         "retentionDays": 30,
         *         "endpointsMax": 10000
         *       },
         *       "health": {
         *         "problems": [],
         *         "warnings": []
         *       },
         *       "disk": {
         *         "freeBytes": 52428800000,
         *         "floorBytes": 268435456,
         *         "databaseBytes": 1288490188
         *       }
         *     }
         */
        Instance: {
            version: string;
            /** @description What the world calls this host: POSTHORN_PUBLIC_URL */
            publicUrl: string | null;
            /** @description What holds for organizations that set nothing themselves; 0: no limit, or kept for ever */
            limits: {
                rateLimitPerSecond: number;
                retentionDays: number;
                endpointsMax: number;
            };
            /** @description For operators; null for everybody else */
            health: {
                /** @description Why no events can be taken now; empty where they can */
                problems: {
                    check: string;
                    message: string;
                }[];
                /** @description What an operator should look at */
                warnings: string[];
            } | null;
            /** @description For operators; null for everybody else */
            disk: {
                /** @description Free below the data directory; null where it is not known */
                freeBytes: number | null;
                /** @description With less free space publishing gets 503 */
                floorBytes: number;
                /** @description What the database's files take */
                databaseBytes: number | null;
            } | null;
        };
        /**
         * @example {
         *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "name": "orders service",
         *       "role": "publisher",
         *       "organization": {
         *         "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *         "uid": "default",
         *         "name": "Default"
         *       }
         *     }
         */
        Me: {
            /** @description The key's id */
            id: string;
            name: string;
            /** @enum {string} */
            role: "viewer" | "publisher" | "admin" | "owner" | "operator";
            /** @description The key's organization; an operator's is the one it chose */
            organization: {
                id: string;
                uid: string | null;
                name: string;
            };
        };
        /**
         * @example {
         *       "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "uid": "acme",
         *       "name": "Acme",
         *       "settings": {
         *         "rateLimitPerSecond": null,
         *         "retentionDays": null,
         *         "strictEventTypes": false,
         *         "apiVersion": "2026-02-04",
         *         "liveMode": true,
         *         "endpointDefaults": {
         *           "timeoutSeconds": 15
         *         },
         *         "endpointsMax": null
         *       },
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "updatedAt": "2026-05-13T12:46:25.000Z"
         *     }
         */
        Organization: {
            id: string;
            uid: string | null;
            name: string;
            settings: components["schemas"]["OrganizationSettings"];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            updatedAt: string;
        };
        /**
         * @example {
         *       "name": "Acme",
         *       "uid": "acme",
         *       "settings": {
         *         "retentionDays": 7
         *       }
         *     }
         */
        OrganizationInput: {
            /** @description What people call it */
            name: string;
            /** @description A name of the caller's choice that works wherever the id does */
            uid?: string | null;
            /** @description Only what differs from the defaults */
            settings?: components["schemas"]["OrganizationSettingsPatch"];
        };
        /**
         * @example {
         *       "settings": {
         *         "endpointDefaults": {
         *           "retry": {
         *             "preset": "short"
         *           },
         *           "timeoutSeconds": 15
         *         }
         *       }
         *     }
         */
        OrganizationPatch: {
            /** @description What people call it */
            name?: string;
            /** @description A name of the caller's choice that works wherever the id does */
            uid?: string | null;
            /** @description Only what differs from the defaults */
            settings?: components["schemas"]["OrganizationSettingsPatch"];
        };
        OrganizationSettings: {
            /** @description API requests a second */
            rateLimitPerSecond: number | null;
            /** @description How long events, deliveries and attempts are kept */
            retentionDays: number | null;
            /** @description Only events that the catalogue knows are taken */
            strictEventTypes: boolean;
            /** @description `api_version` in the payload format `object` */
            apiVersion: string;
            /** @description `liveMode` in the payload format `object` */
            liveMode: boolean;
            endpointDefaults: components["schemas"]["EndpointDefaults"];
            /** @description Endpoints that there may be */
            endpointsMax: number | null;
        };
        OrganizationSettingsPatch: {
            /** @description API requests a second; 0: no limit; null: the instance's value */
            rateLimitPerSecond?: number | null;
            /** @description Days that events, deliveries and attempts are kept; 0: for ever; null: the instance's value */
            retentionDays?: number | null;
            /** @description Take only events that the catalogue knows; null: no */
            strictEventTypes?: boolean | null;
            /** @description `api_version` in the payload format `object` */
            apiVersion?: string | null;
            /** @description `liveMode` in the payload format `object`; null: true */
            liveMode?: boolean | null;
            /** @description What a new endpoint gets where its creation is silent; null: nothing */
            endpointDefaults?: components["schemas"]["EndpointDefaultsPatch"] | null;
            /** @description Endpoints that there may be; 0: no limit; null: the instance's value */
            endpointsMax?: number | null;
        };
        /** @enum {string} */
        Outcome: "success" | "http_error" | "redirect" | "timeout" | "connection_refused" | "connection_reset" | "connection_failed" | "dns_error" | "tls_error" | "blocked_address" | "protocol_error";
        Problem: {
            /** @description Names the kind of problem; the same for every code */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong, with which value, and what to do next */
            detail: string;
            /** @enum {string} */
            code: "invalid_json" | "invalid_cursor" | "unauthenticated" | "forbidden" | "not_found" | "method_not_allowed" | "conflict" | "limit_reached" | "endpoint_disabled" | "delivery_not_pending" | "idempotency_conflict" | "payload_too_large" | "unsupported_media_type" | "validation_failed" | "rate_limited" | "internal" | "unavailable";
            /** @description The fields that are wrong, by their dotted path */
            errors: {
                path: string;
                message: string;
            }[];
            requestId: string;
        };
        /**
         * @example {
         *       "type": "message.delivered",
         *       "data": {
         *         "messageId": "wamid.HBgN"
         *       },
         *       "id": "order-1234",
         *       "tags": [
         *         "crm"
         *       ]
         *     }
         */
        PublishInput: {
            /**
             * @description Its name, by which endpoints subscribe; not `webhook.…` or `posthorn.…`
             * @example message.delivered
             */
            type: string;
            /** @description Any JSON object; it reaches the receiver byte for byte */
            data: {
                [key: string]: unknown;
            };
            /** @description The caller's own id; a repeated one stores and sends nothing */
            id?: string;
            /**
             * Format: date-time
             * @description When it happened; now, if left out
             * @example 2026-05-13T12:46:25.000Z
             */
            timestamp?: string;
            /**
             * Format: date-time
             * @description Not before this time; up to 30 days ahead
             * @example 2026-05-13T12:46:25.000Z
             */
            deliverAt?: string;
            /** @description Send to just these, whatever they subscribe to */
            endpointIds?: string[];
            /** @description Searchable, not sent */
            tags?: string[];
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "order-1234",
         *           "duplicate": false,
         *           "deliveries": 2,
         *           "canceled": 0
         *         },
         *         {
         *           "error": {
         *             "type": "urn:posthorn:problem:validation_failed",
         *             "title": "The request is not valid",
         *             "status": 422,
         *             "detail": "data: is required",
         *             "code": "validation_failed",
         *             "errors": [
         *               {
         *                 "path": "data",
         *                 "message": "is required"
         *               }
         *             ],
         *             "requestId": "req_01kq8v4z6t8m5n2p7r9s3w1x0y"
         *           }
         *         }
         *       ],
         *       "accepted": 1,
         *       "rejected": 1
         *     }
         */
        PublishedBatch: {
            /** @description What became of each event, in the order of the request */
            data: (components["schemas"]["BatchedEvent"] | components["schemas"]["RefusedEvent"])[];
            /** @description Events that are stored, repeated ones included */
            accepted: number;
            rejected: number;
        };
        /**
         * @example {
         *       "id": "order-1234",
         *       "type": "message.delivered",
         *       "timestamp": "2026-05-13T12:46:25.000Z",
         *       "createdAt": "2026-05-13T12:46:25.104Z",
         *       "deliveries": 2,
         *       "canceled": 0,
         *       "duplicate": false
         *     }
         */
        PublishedEvent: {
            id: string;
            type: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            timestamp: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /** @description Deliveries that will be sent */
            deliveries: number;
            /** @description Deliveries canceled from the start: their endpoint is disabled */
            canceled: number;
            duplicate: boolean;
        };
        /**
         * @example {
         *       "status": "ready",
         *       "warnings": []
         *     }
         */
        Ready: {
            /** @constant */
            status: "ready";
            /** @description What an operator should look at */
            warnings: string[];
        };
        /**
         * @example {
         *       "since": "2026-05-13T08:00:00.000Z"
         *     }
         */
        RecoverInput: {
            /**
             * Format: date-time
             * @description From this time on
             * @example 2026-05-13T12:46:25.000Z
             */
            since: string;
            /** @description Before this time; up to now, if left out */
            until?: string | null;
            /** @description Which deliveries: `failed`, and `canceled` by a disable; both, if left out */
            statuses?: ("failed" | "canceled")[];
            /** @description Only count what would be queued: the reply is 200 */
            dryRun?: boolean;
        };
        /**
         * @example {
         *       "error": {
         *         "type": "urn:posthorn:problem:validation_failed",
         *         "title": "The request is not valid",
         *         "status": 422,
         *         "detail": "data: is required",
         *         "code": "validation_failed",
         *         "errors": [
         *           {
         *             "path": "data",
         *             "message": "is required"
         *           }
         *         ],
         *         "requestId": "req_01kq8v4z6t8m5n2p7r9s3w1x0y"
         *       }
         *     }
         */
        RefusedEvent: {
            error: components["schemas"]["Problem"];
        };
        /**
         * @example {
         *       "since": "2026-05-13T08:00:00.000Z",
         *       "eventTypes": [
         *         "message.*"
         *       ]
         *     }
         */
        ReplayInput: {
            /**
             * Format: date-time
             * @description From this time on
             * @example 2026-05-13T12:46:25.000Z
             */
            since: string;
            /** @description Before this time; up to now, if left out */
            until?: string | null;
            /** @description Only these types or patterns, of those that the endpoint subscribes to */
            eventTypes?: string[] | null;
            /** @description Only events without a delivery to the endpoint; true, if left out */
            onlyMissing?: boolean;
            /** @description Only count what would be queued: the reply is 200 */
            dryRun?: boolean;
        };
        /**
         * @example {
         *       "data": [
         *         {
         *           "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *           "eventId": "order-1234",
         *           "eventType": "message.delivered",
         *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *           "status": "pending",
         *           "reason": null,
         *           "attemptCount": 0,
         *           "maxAttempts": 8,
         *           "nextAttemptAt": "2026-05-13T12:46:30.000Z",
         *           "trigger": "resend",
         *           "lastResponseStatus": null,
         *           "lastOutcome": null,
         *           "createdAt": "2026-05-13T12:46:25.104Z",
         *           "completedAt": null
         *         }
         *       ]
         *     }
         */
        ResentEvent: {
            /** @description The new deliveries, one for each endpoint */
            data: components["schemas"]["Delivery"][];
        };
        RetrySchedule: {
            /** @enum {string} */
            preset: "standard" | "short" | "extended" | "none" | "custom";
            delaysSeconds: number[];
        };
        /**
         * @example {
         *       "preset": "standard"
         *     }
         */
        RetryScheduleInput: {
            /**
             * @description Waits made ready: `standard` (5 s, 300 s, 1800 s, 7200 s, 18000 s, 36000 s, 36000 s); `short` (30 s, 300 s); `extended` (5 s, 300 s, 1800 s, 7200 s, 18000 s, 36000 s, 50400 s, 72000 s, 86400 s); `none` (no retry). `custom` goes with delaysSeconds
             * @enum {string}
             */
            preset?: "standard" | "short" | "extended" | "none" | "custom";
            /** @description Instead of a preset: the seconds before each further attempt, 30 days in all at most */
            delaysSeconds?: number[];
        };
        /**
         * @example {
         *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
         *       "publicKey": null,
         *       "previous": [
         *         {
         *           "expiresAt": "2026-05-14T12:46:25.000Z"
         *         }
         *       ]
         *     }
         */
        RotatedSecret: {
            /** @description Null where the reply is given again (`Idempotency-Key`) */
            secret: string | null;
            publicKey: string | null;
            /** @description Older secrets that still sign beside the new one, newest first */
            previous: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 * @example 2026-05-13T12:46:25.000Z
                 */
                expiresAt: string;
            }[];
        };
        /**
         * @example {
         *       "gracePeriodSeconds": 86400
         *     }
         */
        SecretRotation: {
            /**
             * @description How long the old one goes on working beside the new one; 0 cuts it off at once
             * @default 86400
             */
            gracePeriodSeconds: number;
            /**
             * @description A secret of one's own, of the endpoint's scheme; generated, if left out
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret?: string;
        };
        /**
         * @example {
         *       "url": "https://hooks.example.com/in",
         *       "headers": {
         *         "content-type": "application/json",
         *         "webhook-id": "order-1234",
         *         "webhook-timestamp": "1778676385",
         *         "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
         *       },
         *       "body": "{\"id\":\"order-1234\",\"type\":\"message.delivered\",\"timestamp\":\"2026-05-13T12:46:25.000Z\",\"data\":{\"messageId\":\"wamid.HBgN\"}}"
         *     }
         */
        SentRequest: {
            url: string;
            headers: {
                [key: string]: string;
            } | null;
            body: string | null;
        };
        /**
         * @example {
         *       "key": "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w"
         *     }
         */
        SignIn: {
            /** @description An API key */
            key: string;
        };
        Signing: {
            /** @enum {string} */
            scheme: "hmac" | "ed25519";
            bodySignature: {
                header: string;
                /** @enum {string} */
                encoding: "hex" | "base64";
                prefix: string;
                /** @description `[redacted]`, or null: keyed with the newest signing secret */
                secret: "[redacted]" | null;
            } | null;
        };
        /**
         * @example {
         *       "scheme": "hmac",
         *       "bodySignature": {
         *         "header": "X-Hub-Signature-256",
         *         "encoding": "hex",
         *         "prefix": "sha256="
         *       }
         *     }
         */
        SigningInput: {
            /**
             * @description `hmac`, if left out
             * @enum {string}
             */
            scheme?: "hmac" | "ed25519";
            /** @description One more header, with the HMAC of the body alone, for receivers that check that; null: none */
            bodySignature?: {
                /** @description Follows the rules of custom headers and equals none of them */
                header: string;
                /**
                 * @description `hex`, if left out
                 * @enum {string}
                 */
                encoding?: "hex" | "base64";
                /** @description Stands before the signature, as `sha256=` */
                prefix?: string;
                /** @description Keys it instead of the signing secret; required with ed25519. `[redacted]` keeps the stored one, leaving it out removes it */
                secret?: string | null;
            } | null;
        };
        /**
         * @example {
         *       "id": "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "kind": "generic",
         *       "name": "github",
         *       "status": "active",
         *       "url": "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "config": {
         *         "preset": "github",
         *         "verification": {
         *           "kind": "hmac",
         *           "header": "X-Hub-Signature-256",
         *           "algorithm": "sha256",
         *           "encoding": "hex",
         *           "prefix": "sha256=",
         *           "secret": "[redacted]",
         *           "previousSecret": null
         *         },
         *         "eventType": {
         *           "header": "X-GitHub-Event",
         *           "prefix": "github"
         *         },
         *         "eventId": {
         *           "header": "X-GitHub-Delivery"
         *         },
         *         "respondWith": {
         *           "status": 200,
         *           "body": "",
         *           "contentType": "text/plain; charset=utf-8"
         *         }
         *       },
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "updatedAt": "2026-05-13T12:46:25.000Z"
         *     }
         */
        Source: {
            id: string;
            /** @enum {string} */
            kind: "generic" | "whatsapp";
            name: string;
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Where its sender sends to; a path alone while POSTHORN_PUBLIC_URL is not set */
            url: string;
            config: components["schemas"]["GenericSourceConfig"] | components["schemas"]["WhatsappSourceConfig"];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            updatedAt: string;
        };
        /** @description What names the event, so that a repetition is dropped; null: the `webhook-id` of `standard-webhooks`, else the bytes of the body */
        SourceEventIdRule: ({
            header: string;
        } | {
            pointer: string;
        }) | null;
        /** @description The event's type: a constant, or what stands in a header or in the body, made into a name of lower-case words and dots */
        SourceEventTypeRule: string | {
            /** @example message.delivered */
            constant: string;
        } | {
            header: string;
            /** @description Stands before what is found, with a dot: `github` makes `push` to `github.push` */
            prefix?: string;
        } | {
            pointer: string;
            /** @description Stands before what is found, with a dot: `github` makes `push` to `github.push` */
            prefix?: string;
        };
        /**
         * @example {
         *       "kind": "generic",
         *       "name": "github",
         *       "config": {
         *         "preset": "github",
         *         "secret": "It's a Secret to Everybody"
         *       }
         *     }
         */
        SourceInput: {
            /** @constant */
            kind: "generic";
            /** @description Unique; the source's events have the tag `source:<name>` */
            name: string;
            config: components["schemas"]["GenericSourceConfigInput"];
        } | {
            /** @constant */
            kind: "whatsapp";
            /** @description Unique; the source's events have the tag `source:<name>` */
            name: string;
            config: components["schemas"]["WhatsappSourceConfigInput"];
        };
        /**
         * @example {
         *       "config": {
         *         "secret": "another secret"
         *       }
         *     }
         */
        SourcePatch: {
            /** @description Unique; the source's events have the tag `source:<name>` */
            name?: string;
            /**
             * @description A disabled source answers its sender with 404
             * @enum {string}
             */
            status?: "active" | "disabled";
            /** @description Members of the configuration of its kind: absent ones stay, null sets the default; `[redacted]` keeps a secret in its place */
            config?: {
                [key: string]: unknown;
            };
        };
        /** @description What the sender gets once its request is stored */
        SourceReply: {
            /**
             * @description 200 to 299
             * @default 200
             */
            status: number;
            /**
             * @description Empty: none
             * @default
             */
            body: string;
            /**
             * @description Of the body
             * @default text/plain; charset=utf-8
             * @enum {string}
             */
            contentType: "text/plain; charset=utf-8" | "application/json";
        };
        /**
         * @example {
         *       "id": "req_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "at": "2026-05-13T12:46:25.000Z",
         *       "address": "192.0.2.17",
         *       "verdict": "accepted",
         *       "reason": null,
         *       "eventIds": [
         *         "evt_mzxw6ytboi3dgmrqgaydamrqgu"
         *       ],
         *       "body": "{\"id\":\"in_1\",\"type\":\"invoice.paid\"}"
         *     }
         */
        SourceRequest: {
            /** @description Also the reply's `X-Request-Id`, unless the sender chose that */
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            at: string;
            /** @description The sender's, as far as it is known */
            address: string | null;
            /** @enum {string} */
            verdict: "accepted" | "duplicate" | "rejected";
            /** @description Why it was rejected, or what it was instead of events */
            reason: string | null;
            /** @description The events that it made */
            eventIds: string[];
            /** @description Of an accepted one, the first 65536 bytes as text; null for others, and once an event of it was erased */
            body: string | null;
        };
        SourceVerification: {
            /** @constant */
            kind: "none";
        } | {
            /** @constant */
            kind: "standard-webhooks";
            secret: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousSecret: string | null;
            /**
             * @description How far the sender's clock may be from ours
             * @default 300
             */
            toleranceSeconds: number;
        } | {
            /** @constant */
            kind: "hmac";
            /** @description Where the signature of the raw body stands */
            header: string;
            /**
             * @default sha256
             * @enum {string}
             */
            algorithm: "sha1" | "sha256" | "sha512";
            /**
             * @default hex
             * @enum {string}
             */
            encoding: "hex" | "base64";
            /**
             * @description What stands before the signature, such as `sha256=`
             * @default
             */
            prefix: string;
            secret: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousSecret: string | null;
        } | {
            /** @constant */
            kind: "basic";
            username: string;
            password: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousPassword: string | null;
        } | {
            /** @constant */
            kind: "bearer";
            token: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousToken: string | null;
        } | {
            /** @constant */
            kind: "header-token";
            header: string;
            token: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousToken: string | null;
        } | {
            /** @constant */
            kind: "stripe";
            secret: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousSecret: string | null;
            /**
             * @description How far the sender's clock may be from ours
             * @default 300
             */
            toleranceSeconds: number;
        } | {
            /** @constant */
            kind: "slack";
            secret: string;
            /**
             * @description Holds as well, until it is set to null
             * @default null
             */
            previousSecret: string | null;
            /**
             * @description How far the sender's clock may be from ours
             * @default 300
             */
            toleranceSeconds: number;
        };
        /**
         * @example {
         *       "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "kind": "recover",
         *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
         *       "status": "running",
         *       "request": {
         *         "since": "2026-05-13T08:00:00.000Z",
         *         "until": null,
         *         "statuses": [
         *           "failed",
         *           "canceled"
         *         ]
         *       },
         *       "progress": {
         *         "matched": 120,
         *         "queued": 117,
         *         "skipped": 3
         *       },
         *       "createdAt": "2026-05-13T12:46:25.000Z",
         *       "completedAt": null
         *     }
         */
        Task: {
            id: string;
            /** @enum {string} */
            kind: "recover" | "replay";
            endpointId: string;
            /** @enum {string} */
            status: "running" | "done" | "canceled" | "failed";
            request: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 * @example 2026-05-13T12:46:25.000Z
                 */
                since: string;
                until: string | null;
                statuses: ("failed" | "canceled")[];
            } | {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC with milliseconds
                 * @example 2026-05-13T12:46:25.000Z
                 */
                since: string;
                until: string | null;
                eventTypes: string[] | null;
                onlyMissing: boolean;
            };
            progress: components["schemas"]["TaskProgress"];
            /**
             * Format: date-time
             * @description ISO 8601 in UTC with milliseconds
             * @example 2026-05-13T12:46:25.000Z
             */
            createdAt: string;
            completedAt: string | null;
        };
        /**
         * @example {
         *       "matched": 120,
         *       "queued": 117,
         *       "skipped": 3
         *     }
         */
        TaskProgress: {
            /** @description Events that the request names; queued and skipped together */
            matched: number;
            /** @description Of those, the ones with a new delivery */
            queued: number;
            /** @description Of those, the ones that need none */
            skipped: number;
        };
        WhatsappSourceConfig: {
            /** @description What is entered at Meta beside the callback URL; shown to admins. Left out: made up */
            verifyToken: string;
            /** @description The Meta app's secret, with which it signs; two while it is being changed */
            appSecrets: "[redacted]"[];
            /** @description Whether an event's data has what Meta sent as `raw` */
            includeRaw: boolean;
        };
        WhatsappSourceConfigInput: {
            /** @description What is entered at Meta beside the callback URL; shown to admins. Left out: made up */
            verifyToken?: string;
            /** @description The Meta app's secret, with which it signs; two while it is being changed */
            appSecrets: string[];
            /**
             * @description Whether an event's data has what Meta sent as `raw`
             * @default true
             */
            includeRaw: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key and its organization */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "name": "orders service",
                     *       "role": "publisher",
                     *       "organization": {
                     *         "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *         "uid": "default",
                     *         "name": "Default"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description The session's cookie */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description The session's cookie */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of organizations, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "uid": "acme",
                     *           "name": "Acme",
                     *           "settings": {
                     *             "rateLimitPerSecond": null,
                     *             "retentionDays": null,
                     *             "strictEventTypes": false,
                     *             "apiVersion": "2026-02-04",
                     *             "liveMode": true,
                     *             "endpointDefaults": {
                     *               "timeoutSeconds": 15
                     *             },
                     *             "endpointsMax": null
                     *           },
                     *           "createdAt": "2026-05-13T12:46:25.000Z",
                     *           "updatedAt": "2026-05-13T12:46:25.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Organization"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme",
                 *       "uid": "acme",
                 *       "settings": {
                 *         "retentionDays": 7
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationInput"];
            };
        };
        responses: {
            /** @description The organization */
            201: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": "acme",
                     *       "name": "Acme",
                     *       "settings": {
                     *         "rateLimitPerSecond": null,
                     *         "retentionDays": null,
                     *         "strictEventTypes": false,
                     *         "apiVersion": "2026-02-04",
                     *         "liveMode": true,
                     *         "endpointDefaults": {
                     *           "timeoutSeconds": 15
                     *         },
                     *         "endpointsMax": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The organization's id or uid
                 * @example acme
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": "acme",
                     *       "name": "Acme",
                     *       "settings": {
                     *         "rateLimitPerSecond": null,
                     *         "retentionDays": null,
                     *         "strictEventTypes": false,
                     *         "apiVersion": "2026-02-04",
                     *         "liveMode": true,
                     *         "endpointDefaults": {
                     *           "timeoutSeconds": 15
                     *         },
                     *         "endpointsMax": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOrganization: {
        parameters: {
            query?: {
                /** @description The organization's uid or id once more; required */
                confirm?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The organization's id or uid
                 * @example acme
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organization is gone */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The organization's id or uid
                 * @example acme
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "settings": {
                 *         "endpointDefaults": {
                 *           "retry": {
                 *             "preset": "short"
                 *           },
                 *           "timeoutSeconds": 15
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrganizationPatch"];
            };
        };
        responses: {
            /** @description The organization as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": "acme",
                     *       "name": "Acme",
                     *       "settings": {
                     *         "rateLimitPerSecond": null,
                     *         "retentionDays": null,
                     *         "strictEventTypes": false,
                     *         "apiVersion": "2026-02-04",
                     *         "liveMode": true,
                     *         "endpointDefaults": {
                     *           "timeoutSeconds": 15
                     *         },
                     *         "endpointsMax": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstance: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The instance */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "0.1.0",
                     *       "publicUrl": "https://hooks.example.com",
                     *       "limits": {
                     *         "rateLimitPerSecond": 10000,
                     *         "retentionDays": 30,
                     *         "endpointsMax": 10000
                     *       },
                     *       "health": {
                     *         "problems": [],
                     *         "warnings": []
                     *       },
                     *       "disk": {
                     *         "freeBytes": 52428800000,
                     *         "floorBytes": 268435456,
                     *         "databaseBytes": 1288490188
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Instance"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description `instance`: the operators' keys, which belong to no organization; for operators */
                of?: "organization" | "instance";
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "name": "orders service",
                     *           "role": "publisher",
                     *           "prefix": "phk_Zk3v",
                     *           "expiresAt": null,
                     *           "lastUsedAt": "2026-05-13T12:46:25.000Z",
                     *           "createdAt": "2026-05-01T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "orders service",
                 *       "role": "publisher"
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyInput"];
            };
        };
        responses: {
            /** @description The key and its token */
            201: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "name": "orders service",
                     *       "role": "publisher",
                     *       "prefix": "phk_Zk3v",
                     *       "expiresAt": null,
                     *       "lastUsedAt": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-01T08:00:00.000Z",
                     *       "key": "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The key's id
                 * @example key_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key no longer works */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The key's id
                 * @example key_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "gracePeriodSeconds": 3600
                 *     }
                 */
                "application/json": components["schemas"]["ApiKeyRotation"];
            };
        };
        responses: {
            /** @description The new key and its token */
            201: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "name": "orders service",
                     *       "role": "publisher",
                     *       "prefix": "phk_Zk3v",
                     *       "expiresAt": null,
                     *       "lastUsedAt": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-01T08:00:00.000Z",
                     *       "key": "phk_Zk3vT8m5N2p7R9s3W1x0YqA4bC6dE8fG1hJ3kL5mN7pQ9r2tV4w"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only in this state */
                status?: "active" | "paused" | "disabled";
                /** @description Only those whose `health.state` is this one */
                health?: "healthy" | "failing" | "congested" | "disabled";
                /** @description Only those whose subscription takes this type */
                eventType?: string;
                /** @description Part of the URL, the description or the uid, whatever the case */
                search?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "uid": null,
                     *           "url": "https://hooks.example.com/in",
                     *           "description": "CRM",
                     *           "eventTypes": [
                     *             "message.*"
                     *           ],
                     *           "filter": null,
                     *           "status": "active",
                     *           "disabledReason": null,
                     *           "disabledAt": null,
                     *           "rateLimitPerSecond": null,
                     *           "timeoutSeconds": 10,
                     *           "retry": {
                     *             "preset": "standard",
                     *             "delaysSeconds": [
                     *               5,
                     *               300,
                     *               1800,
                     *               7200,
                     *               18000,
                     *               36000,
                     *               36000
                     *             ]
                     *           },
                     *           "autoDisableAfter": 10,
                     *           "ordered": false,
                     *           "headers": {
                     *             "X-Env": "prod",
                     *             "Authorization": "[redacted]"
                     *           },
                     *           "payloadFormat": "standard",
                     *           "signing": {
                     *             "scheme": "hmac",
                     *             "bodySignature": null
                     *           },
                     *           "metadata": {},
                     *           "health": {
                     *             "state": "healthy",
                     *             "consecutiveFailures": 0,
                     *             "consecutiveFailedAttempts": 0,
                     *             "lastSuccessAt": null,
                     *             "lastFailureAt": null,
                     *             "lastError": null,
                     *             "heldUntil": null,
                     *             "backlog": {
                     *               "due": 0,
                     *               "oldestDueAt": null,
                     *               "arrivingPerSecond": 0,
                     *               "leavingPerSecond": 0
                     *             },
                     *             "successRate24h": null
                     *           },
                     *           "createdAt": "2026-05-13T12:46:25.000Z",
                     *           "updatedAt": "2026-05-13T12:46:25.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Endpoint"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://hooks.example.com/in",
                 *       "eventTypes": [
                 *         "message.*"
                 *       ],
                 *       "description": "CRM"
                 *     }
                 */
                "application/json": components["schemas"]["EndpointInput"];
            };
        };
        responses: {
            /** @description The endpoint and its secret */
            201: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z",
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedEndpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken; `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint is gone */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "CRM, second try",
                 *       "timeoutSeconds": 15
                 *     }
                 */
                "application/json": components["schemas"]["EndpointPatch"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enableEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "recover": true
                 *     }
                 */
                "application/json": components["schemas"]["EndpointEnabling"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disableEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "paused",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The endpoint as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "uid": null,
                     *       "url": "https://hooks.example.com/in",
                     *       "description": "CRM",
                     *       "eventTypes": [
                     *         "message.*"
                     *       ],
                     *       "filter": null,
                     *       "status": "active",
                     *       "disabledReason": null,
                     *       "disabledAt": null,
                     *       "rateLimitPerSecond": null,
                     *       "timeoutSeconds": 10,
                     *       "retry": {
                     *         "preset": "standard",
                     *         "delaysSeconds": [
                     *           5,
                     *           300,
                     *           1800,
                     *           7200,
                     *           18000,
                     *           36000,
                     *           36000
                     *         ]
                     *       },
                     *       "autoDisableAfter": 10,
                     *       "ordered": false,
                     *       "headers": {
                     *         "X-Env": "prod",
                     *         "Authorization": "[redacted]"
                     *       },
                     *       "payloadFormat": "standard",
                     *       "signing": {
                     *         "scheme": "hmac",
                     *         "bodySignature": null
                     *       },
                     *       "metadata": {},
                     *       "health": {
                     *         "state": "healthy",
                     *         "consecutiveFailures": 0,
                     *         "consecutiveFailedAttempts": 0,
                     *         "lastSuccessAt": null,
                     *         "lastFailureAt": null,
                     *         "lastError": null,
                     *         "heldUntil": null,
                     *         "backlog": {
                     *           "due": 0,
                     *           "oldestDueAt": null,
                     *           "arrivingPerSecond": 0,
                     *           "leavingPerSecond": 0
                     *         },
                     *         "successRate24h": null
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpointSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret that signs its requests */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "publicKey": null,
                     *       "previous": [
                     *         {
                     *           "expiresAt": "2026-05-14T12:46:25.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointSecret"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateEndpointSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "gracePeriodSeconds": 86400
                 *     }
                 */
                "application/json": components["schemas"]["SecretRotation"];
            };
        };
        responses: {
            /** @description The new secret */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                     *       "publicKey": null,
                     *       "previous": [
                     *         {
                     *           "expiresAt": "2026-05-14T12:46:25.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RotatedSecret"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["EndpointTest"];
            };
        };
        responses: {
            /** @description The attempt */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "deliveryId": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "evt_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventType": "webhook.test",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "number": 1,
                     *       "trigger": "test",
                     *       "startedAt": "2026-05-13T12:46:25.106Z",
                     *       "durationMs": 42,
                     *       "outcome": "http_error",
                     *       "responseStatus": 503,
                     *       "responseHeaders": {
                     *         "content-type": "text/plain"
                     *       },
                     *       "responseBody": "come back later",
                     *       "responseBodyTruncated": false,
                     *       "error": "The receiver answered 503."
                     *     }
                     */
                    "application/json": components["schemas"]["Attempt"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testFilter: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "customer.country": "DE",
                 *         "amount": {
                 *           "$gte": 100
                 *         }
                 *       },
                 *       "event": {
                 *         "type": "order.paid",
                 *         "data": {
                 *           "customer": {
                 *             "country": "DE"
                 *           },
                 *           "amount": 50
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FilterTestInput"];
            };
        };
        responses: {
            /** @description Whether the event passes */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "matches": false,
                     *       "failedAt": "amount"
                     *     }
                     */
                    "application/json": components["schemas"]["FilterTest"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of event types, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "message.delivered",
                     *           "description": "The recipient's phone has the message.",
                     *           "group": "messages",
                     *           "schema": {
                     *             "type": "object",
                     *             "properties": {
                     *               "messageId": {
                     *                 "type": "string"
                     *               }
                     *             },
                     *             "required": [
                     *               "messageId"
                     *             ]
                     *           },
                     *           "example": {
                     *             "messageId": "wamid.HBgN"
                     *           },
                     *           "archived": false,
                     *           "shared": false,
                     *           "createdAt": "2026-05-13T12:46:25.000Z",
                     *           "updatedAt": "2026-05-13T12:46:25.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["EventType"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The event type's name
                 * @example message.delivered
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "message.delivered",
                     *       "description": "The recipient's phone has the message.",
                     *       "group": "messages",
                     *       "schema": {
                     *         "type": "object",
                     *         "properties": {
                     *           "messageId": {
                     *             "type": "string"
                     *           }
                     *         },
                     *         "required": [
                     *           "messageId"
                     *         ]
                     *       },
                     *       "example": {
                     *         "messageId": "wamid.HBgN"
                     *       },
                     *       "archived": false,
                     *       "shared": false,
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The event type's name
                 * @example message.delivered
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "The recipient's phone has the message.",
                 *       "group": "messages",
                 *       "schema": {
                 *         "type": "object",
                 *         "properties": {
                 *           "messageId": {
                 *             "type": "string"
                 *           }
                 *         },
                 *         "required": [
                 *           "messageId"
                 *         ]
                 *       },
                 *       "example": {
                 *         "messageId": "wamid.HBgN"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EventTypeInput"];
            };
        };
        responses: {
            /** @description The event type as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "message.delivered",
                     *       "description": "The recipient's phone has the message.",
                     *       "group": "messages",
                     *       "schema": {
                     *         "type": "object",
                     *         "properties": {
                     *           "messageId": {
                     *             "type": "string"
                     *           }
                     *         },
                     *         "required": [
                     *           "messageId"
                     *         ]
                     *       },
                     *       "example": {
                     *         "messageId": "wamid.HBgN"
                     *       },
                     *       "archived": false,
                     *       "shared": false,
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EventType"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteEventType: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The event type's name
                 * @example message.delivered
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event type is no longer in the catalogue */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recoverEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-05-13T08:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["RecoverInput"];
            };
        };
        responses: {
            /** @description What a dry run has counted; nothing was queued */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "matched": 120,
                     *       "queued": 117,
                     *       "skipped": 3
                     *     }
                     */
                    "application/json": components["schemas"]["TaskProgress"];
                };
            };
            /** @description The task, which has begun */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "recover",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "running",
                     *       "request": {
                     *         "since": "2026-05-13T08:00:00.000Z",
                     *         "until": null,
                     *         "statuses": [
                     *           "failed",
                     *           "canceled"
                     *         ]
                     *       },
                     *       "progress": {
                     *         "matched": 0,
                     *         "queued": 0,
                     *         "skipped": 0
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "completedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-05-13T08:00:00.000Z",
                 *       "eventTypes": [
                 *         "message.*"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReplayInput"];
            };
        };
        responses: {
            /** @description What a dry run has counted; nothing was queued */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "matched": 120,
                     *       "queued": 117,
                     *       "skipped": 3
                     *     }
                     */
                    "application/json": components["schemas"]["TaskProgress"];
                };
            };
            /** @description The task, which has begun */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "replay",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "running",
                     *       "request": {
                     *         "since": "2026-05-13T08:00:00.000Z",
                     *         "until": null,
                     *         "eventTypes": [
                     *           "message.*"
                     *         ],
                     *         "onlyMissing": true
                     *       },
                     *       "progress": {
                     *         "matched": 0,
                     *         "queued": 0,
                     *         "skipped": 0
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "completedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only of this endpoint (id or uid) */
                endpointId?: string;
                /** @description Only in this state */
                status?: "running" | "done" | "canceled" | "failed";
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tasks, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "kind": "recover",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "status": "running",
                     *           "request": {
                     *             "since": "2026-05-13T08:00:00.000Z",
                     *             "until": null,
                     *             "statuses": [
                     *               "failed",
                     *               "canceled"
                     *             ]
                     *           },
                     *           "progress": {
                     *             "matched": 120,
                     *             "queued": 117,
                     *             "skipped": 3
                     *           },
                     *           "createdAt": "2026-05-13T12:46:25.000Z",
                     *           "completedAt": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Task"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The task's id
                 * @example task_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "recover",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "running",
                     *       "request": {
                     *         "since": "2026-05-13T08:00:00.000Z",
                     *         "until": null,
                     *         "statuses": [
                     *           "failed",
                     *           "canceled"
                     *         ]
                     *       },
                     *       "progress": {
                     *         "matched": 120,
                     *         "queued": 117,
                     *         "skipped": 3
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "completedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The task's id
                 * @example task_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "task_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "recover",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "canceled",
                     *       "request": {
                     *         "since": "2026-05-13T08:00:00.000Z",
                     *         "until": null,
                     *         "statuses": [
                     *           "failed",
                     *           "canceled"
                     *         ]
                     *       },
                     *       "progress": {
                     *         "matched": 120,
                     *         "queued": 117,
                     *         "skipped": 3
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "completedAt": "2026-05-13T12:46:28.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only of this event type */
                type?: string;
                /** @description Only with this tag */
                tag?: string;
                /** @description Created at this time or later */
                since?: string;
                /** @description Created before this time */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "order-1234",
                     *           "type": "message.delivered",
                     *           "timestamp": "2026-05-13T12:46:25.000Z",
                     *           "createdAt": "2026-05-13T12:46:25.104Z",
                     *           "tags": [
                     *             "crm"
                     *           ],
                     *           "sourceId": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["EventSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "message.delivered",
                 *       "data": {
                 *         "messageId": "wamid.HBgN"
                 *       },
                 *       "id": "order-1234",
                 *       "tags": [
                 *         "crm"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PublishInput"];
            };
        };
        responses: {
            /** @description The id is known: the first event with it */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "order-1234",
                     *       "type": "message.delivered",
                     *       "timestamp": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "deliveries": 2,
                     *       "canceled": 0,
                     *       "duplicate": true
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedEvent"];
                };
            };
            /** @description The event is stored and on its way */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "order-1234",
                     *       "type": "message.delivered",
                     *       "timestamp": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "deliveries": 2,
                     *       "canceled": 0,
                     *       "duplicate": false
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedEvent"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The event's id
                 * @example order-1234
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "order-1234",
                     *       "type": "message.delivered",
                     *       "timestamp": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "tags": [
                     *         "crm"
                     *       ],
                     *       "sourceId": null,
                     *       "data": {
                     *         "messageId": "wamid.HBgN"
                     *       },
                     *       "deliveries": {
                     *         "pending": 1,
                     *         "succeeded": 1,
                     *         "failed": 0,
                     *         "canceled": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The event's id
                 * @example order-1234
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data is erased */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "type": "message.delivered",
                 *           "data": {
                 *             "messageId": "wamid.HBgN"
                 *           },
                 *           "id": "order-1234"
                 *         },
                 *         {
                 *           "type": "message.failed",
                 *           "data": {
                 *             "messageId": "wamid.HBgO"
                 *           },
                 *           "id": "order-1235"
                 *         }
                 *       ],
                 *       "throttlePerHour": 3600
                 *     }
                 */
                "application/json": components["schemas"]["BatchInput"];
            };
        };
        responses: {
            /** @description The events are stored and on their way */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "order-1234",
                     *           "duplicate": false,
                     *           "deliveries": 2,
                     *           "canceled": 0
                     *         },
                     *         {
                     *           "error": {
                     *             "type": "urn:posthorn:problem:validation_failed",
                     *             "title": "The request is not valid",
                     *             "status": 422,
                     *             "detail": "data: is required",
                     *             "code": "validation_failed",
                     *             "errors": [
                     *               {
                     *                 "path": "data",
                     *                 "message": "is required"
                     *               }
                     *             ],
                     *             "requestId": "req_01kq8v4z6t8m5n2p7r9s3w1x0y"
                     *           }
                     *         }
                     *       ],
                     *       "accepted": 1,
                     *       "rejected": 1
                     *     }
                     */
                    "application/json": components["schemas"]["PublishedBatch"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The event's id
                 * @example order-1234
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The event as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "order-1234",
                     *       "type": "message.delivered",
                     *       "timestamp": "2026-05-13T12:46:25.000Z",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "tags": [
                     *         "crm"
                     *       ],
                     *       "sourceId": null,
                     *       "data": {
                     *         "messageId": "wamid.HBgN"
                     *       },
                     *       "deliveries": {
                     *         "pending": 0,
                     *         "succeeded": 1,
                     *         "failed": 0,
                     *         "canceled": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The event's id
                 * @example order-1234
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "endpointIds": [
                 *         "ep_01kq8v4z6t8m5n2p7r9s3w1x0y"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EventResend"];
            };
        };
        responses: {
            /** @description The new deliveries */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "eventId": "order-1234",
                     *           "eventType": "message.delivered",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "status": "pending",
                     *           "reason": null,
                     *           "attemptCount": 0,
                     *           "maxAttempts": 8,
                     *           "nextAttemptAt": "2026-05-13T12:46:30.000Z",
                     *           "trigger": "resend",
                     *           "lastResponseStatus": null,
                     *           "lastOutcome": null,
                     *           "createdAt": "2026-05-13T12:46:25.104Z",
                     *           "completedAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ResentEvent"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of sources, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "kind": "generic",
                     *           "name": "github",
                     *           "status": "active",
                     *           "url": "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "config": {
                     *             "preset": "github",
                     *             "verification": {
                     *               "kind": "hmac",
                     *               "header": "X-Hub-Signature-256",
                     *               "algorithm": "sha256",
                     *               "encoding": "hex",
                     *               "prefix": "sha256=",
                     *               "secret": "[redacted]",
                     *               "previousSecret": null
                     *             },
                     *             "eventType": {
                     *               "header": "X-GitHub-Event",
                     *               "prefix": "github"
                     *             },
                     *             "eventId": {
                     *               "header": "X-GitHub-Delivery"
                     *             },
                     *             "respondWith": {
                     *               "status": 200,
                     *               "body": "",
                     *               "contentType": "text/plain; charset=utf-8"
                     *             }
                     *           },
                     *           "createdAt": "2026-05-13T12:46:25.000Z",
                     *           "updatedAt": "2026-05-13T12:46:25.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Source"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "generic",
                 *       "name": "github",
                 *       "config": {
                 *         "preset": "github",
                 *         "secret": "It's a Secret to Everybody"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SourceInput"];
            };
        };
        responses: {
            /** @description The source, with the URL to give to the sender */
            201: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "generic",
                     *       "name": "github",
                     *       "status": "active",
                     *       "url": "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "config": {
                     *         "preset": "github",
                     *         "verification": {
                     *           "kind": "hmac",
                     *           "header": "X-Hub-Signature-256",
                     *           "algorithm": "sha256",
                     *           "encoding": "hex",
                     *           "prefix": "sha256=",
                     *           "secret": "[redacted]",
                     *           "previousSecret": null
                     *         },
                     *         "eventType": {
                     *           "header": "X-GitHub-Event",
                     *           "prefix": "github"
                     *         },
                     *         "eventId": {
                     *           "header": "X-GitHub-Delivery"
                     *         },
                     *         "respondWith": {
                     *           "status": 200,
                     *           "body": "",
                     *           "contentType": "text/plain; charset=utf-8"
                     *         }
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken; `limit_reached`: A limit has been reached; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The source's id
                 * @example src_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "generic",
                     *       "name": "github",
                     *       "status": "active",
                     *       "url": "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "config": {
                     *         "preset": "github",
                     *         "verification": {
                     *           "kind": "hmac",
                     *           "header": "X-Hub-Signature-256",
                     *           "algorithm": "sha256",
                     *           "encoding": "hex",
                     *           "prefix": "sha256=",
                     *           "secret": "[redacted]",
                     *           "previousSecret": null
                     *         },
                     *         "eventType": {
                     *           "header": "X-GitHub-Event",
                     *           "prefix": "github"
                     *         },
                     *         "eventId": {
                     *           "header": "X-GitHub-Delivery"
                     *         },
                     *         "respondWith": {
                     *           "status": 200,
                     *           "body": "",
                     *           "contentType": "text/plain; charset=utf-8"
                     *         }
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The source's id
                 * @example src_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The source is gone */
            204: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The source's id
                 * @example src_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "config": {
                 *         "secret": "another secret"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            /** @description The source as it is now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "kind": "generic",
                     *       "name": "github",
                     *       "status": "active",
                     *       "url": "/in/src_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "config": {
                     *         "preset": "github",
                     *         "verification": {
                     *           "kind": "hmac",
                     *           "header": "X-Hub-Signature-256",
                     *           "algorithm": "sha256",
                     *           "encoding": "hex",
                     *           "prefix": "sha256=",
                     *           "secret": "[redacted]",
                     *           "previousSecret": null
                     *         },
                     *         "eventType": {
                     *           "header": "X-GitHub-Event",
                     *           "prefix": "github"
                     *         },
                     *         "eventId": {
                     *           "header": "X-GitHub-Delivery"
                     *         },
                     *         "respondWith": {
                     *           "status": 200,
                     *           "body": "",
                     *           "contentType": "text/plain; charset=utf-8"
                     *         }
                     *       },
                     *       "createdAt": "2026-05-13T12:46:25.000Z",
                     *       "updatedAt": "2026-05-13T12:46:25.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict`: The value is already taken */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSourceRequests: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only those that this became of */
                verdict?: "accepted" | "duplicate" | "rejected";
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The source's id
                 * @example src_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "req_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "at": "2026-05-13T12:46:25.000Z",
                     *           "address": "192.0.2.17",
                     *           "verdict": "accepted",
                     *           "reason": null,
                     *           "eventIds": [
                     *             "evt_mzxw6ytboi3dgmrqgaydamrqgu"
                     *           ],
                     *           "body": "{\"id\":\"in_1\",\"type\":\"invoice.paid\"}"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SourceRequest"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only to this endpoint (id or uid) */
                endpointId?: string;
                /** @description Only of this event */
                eventId?: string;
                /** @description Only of this event type */
                eventType?: string;
                /** @description Only in this state */
                status?: "pending" | "succeeded" | "failed" | "canceled";
                /** @description Created at this time or later */
                since?: string;
                /** @description Created before this time */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "eventId": "order-1234",
                     *           "eventType": "message.delivered",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "status": "pending",
                     *           "reason": null,
                     *           "attemptCount": 1,
                     *           "maxAttempts": 8,
                     *           "nextAttemptAt": "2026-05-13T12:46:30.000Z",
                     *           "trigger": "event",
                     *           "lastResponseStatus": 503,
                     *           "lastOutcome": "http_error",
                     *           "createdAt": "2026-05-13T12:46:25.104Z",
                     *           "completedAt": null
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The delivery's id
                 * @example dlv_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "order-1234",
                     *       "eventType": "message.delivered",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "pending",
                     *       "reason": null,
                     *       "attemptCount": 1,
                     *       "maxAttempts": 8,
                     *       "nextAttemptAt": "2026-05-13T12:46:30.000Z",
                     *       "trigger": "event",
                     *       "lastResponseStatus": 503,
                     *       "lastOutcome": "http_error",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "completedAt": null,
                     *       "request": {
                     *         "url": "https://hooks.example.com/in",
                     *         "headers": {
                     *           "content-type": "application/json",
                     *           "webhook-id": "order-1234",
                     *           "webhook-timestamp": "1778676385",
                     *           "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
                     *         },
                     *         "body": "{\"id\":\"order-1234\",\"type\":\"message.delivered\",\"timestamp\":\"2026-05-13T12:46:25.000Z\",\"data\":{\"messageId\":\"wamid.HBgN\"}}"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryWithRequest"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttemptsOfDelivery: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The delivery's id
                 * @example dlv_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts, oldest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "deliveryId": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "eventId": "order-1234",
                     *           "eventType": "message.delivered",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "number": 1,
                     *           "trigger": "event",
                     *           "startedAt": "2026-05-13T12:46:25.106Z",
                     *           "durationMs": 42,
                     *           "outcome": "http_error",
                     *           "responseStatus": 503,
                     *           "responseHeaders": {
                     *             "content-type": "text/plain"
                     *           },
                     *           "responseBody": "come back later",
                     *           "responseBodyTruncated": false,
                     *           "error": "The receiver answered 503."
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Attempt"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The delivery's id
                 * @example dlv_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The pending delivery, due now */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "order-1234",
                     *       "eventType": "message.delivered",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "pending",
                     *       "reason": null,
                     *       "attemptCount": 1,
                     *       "maxAttempts": 8,
                     *       "nextAttemptAt": "2026-05-13T12:46:30.000Z",
                     *       "trigger": "event",
                     *       "lastResponseStatus": 503,
                     *       "lastOutcome": "http_error",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "completedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description The new delivery */
            202: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "order-1234",
                     *       "eventType": "message.delivered",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "pending",
                     *       "reason": null,
                     *       "attemptCount": 0,
                     *       "maxAttempts": 8,
                     *       "nextAttemptAt": "2026-05-13T12:46:30.000Z",
                     *       "trigger": "resend",
                     *       "lastResponseStatus": null,
                     *       "lastOutcome": null,
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "completedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `endpoint_disabled`: The endpoint is disabled; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
                /** @description For 24 hours the same key and body get the first reply again, with `Idempotency-Replayed: true` and without secrets; another body is a conflict */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The delivery's id
                 * @example dlv_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The canceled delivery */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description `true` where the reply of the first request with this `Idempotency-Key` is given again */
                    "Idempotency-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "order-1234",
                     *       "eventType": "message.delivered",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "status": "canceled",
                     *       "reason": "manual",
                     *       "attemptCount": 1,
                     *       "maxAttempts": 8,
                     *       "nextAttemptAt": null,
                     *       "trigger": "event",
                     *       "lastResponseStatus": 503,
                     *       "lastOutcome": "http_error",
                     *       "createdAt": "2026-05-13T12:46:25.104Z",
                     *       "completedAt": "2026-05-13T12:46:28.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description `invalid_json`: The request body is not valid JSON */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `delivery_not_pending`: The delivery is no longer pending; `idempotency_conflict`: The Idempotency-Key is in use */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload_too_large`: The request body is too large */
            413: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The request body must be JSON */
            415: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttempts: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only to this endpoint (id or uid) */
                endpointId?: string;
                /** @description Only of this event */
                eventId?: string;
                /** @description Only of this event type */
                eventType?: string;
                /** @description Only with this outcome */
                outcome?: components["schemas"]["Outcome"];
                /** @description Only answered like this; none: not at all */
                statusClass?: "2xx" | "3xx" | "4xx" | "5xx" | "none";
                /** @description Only of deliveries made by this */
                trigger?: "event" | "resend" | "recover" | "replay" | "test";
                /** @description Created at this time or later */
                since?: string;
                /** @description Created before this time */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "deliveryId": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "eventId": "order-1234",
                     *           "eventType": "message.delivered",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "number": 1,
                     *           "trigger": "event",
                     *           "startedAt": "2026-05-13T12:46:25.106Z",
                     *           "durationMs": 42,
                     *           "outcome": "http_error",
                     *           "responseStatus": 503,
                     *           "responseHeaders": {
                     *             "content-type": "text/plain"
                     *           },
                     *           "responseBody": "come back later",
                     *           "responseBodyTruncated": false,
                     *           "error": "The receiver answered 503."
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Attempt"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The attempt's id
                 * @example att_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attempt */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "att_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "deliveryId": "dlv_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "eventId": "order-1234",
                     *       "eventType": "message.delivered",
                     *       "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *       "number": 1,
                     *       "trigger": "event",
                     *       "startedAt": "2026-05-13T12:46:25.106Z",
                     *       "durationMs": 42,
                     *       "outcome": "http_error",
                     *       "responseStatus": 503,
                     *       "responseHeaders": {
                     *         "content-type": "text/plain"
                     *       },
                     *       "responseBody": "come back later",
                     *       "responseBodyTruncated": false,
                     *       "error": "The receiver answered 503.",
                     *       "request": {
                     *         "url": "https://hooks.example.com/in",
                     *         "headers": {
                     *           "content-type": "application/json",
                     *           "webhook-id": "order-1234",
                     *           "webhook-timestamp": "1778676385",
                     *           "webhook-signature": "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
                     *         },
                     *         "body": "{\"id\":\"order-1234\",\"type\":\"message.delivered\",\"timestamp\":\"2026-05-13T12:46:25.000Z\",\"data\":{\"messageId\":\"wamid.HBgN\"}}"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["AttemptWithRequest"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStream: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages whose `data` is JSON like the example's, until the reader goes */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: changes
                     *     data: {"at":"2026-05-13T12:46:26.000Z","deliveries":[{"id":"dlv_01kq8v4z6t8m5n2p7r9s3w1x0y","eventId":"order-1234","eventType":"order.paid","endpointId":"ep_01kq8v4z6t8m5n2p7r9s3w1x0y","status":"pending","attemptCount":1,"nextAttemptAt":"2026-05-13T12:46:30.000Z","attemptId":"att_01kq8v4z6t8m5n2p7r9s3w1x0y","lastOutcome":"http_error","lastResponseStatus":503,"durationMs":41}],"deliveriesLeftOut":0,"endpoints":[{"id":"ep_01kq8v4z6t8m5n2p7r9s3w1x0y","status":"active","health":"failing","consecutiveFailedAttempts":1}]}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `limit_reached`: A limit has been reached */
            409: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditLog: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only this kind of change */
                action?: "organization.create" | "organization.update" | "organization.delete" | "api_key.create" | "api_key.rotate" | "api_key.revoke" | "endpoint.create" | "endpoint.update" | "endpoint.delete" | "endpoint.enable" | "endpoint.disable" | "endpoint.pause" | "endpoint.resume" | "endpoint.rotate_secret" | "endpoint.test" | "event_type.put" | "event_type.delete" | "source.create" | "source.update" | "source.delete" | "event.cancel" | "event.erase" | "event.resend" | "delivery.resend" | "delivery.cancel" | "endpoint.recover" | "endpoint.replay" | "task.cancel";
                /** @description Only changes of this object (its id) */
                objectId?: string;
                /** @description Only changes by this API key */
                keyId?: string;
                /** @description Created at this time or later */
                since?: string;
                /** @description Created before this time */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries, newest first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "aud_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "at": "2026-05-13T12:46:25.000Z",
                     *           "keyId": "key_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "keyName": "operations",
                     *           "action": "endpoint.update",
                     *           "objectId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "address": "192.0.2.17",
                     *           "changes": {
                     *             "url": {
                     *               "from": "https://hooks.example.com/in",
                     *               "to": "https://hooks.example.com/v2/in"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Rows on the page; 50, if left out */
                limit?: number;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only of this endpoint (id or uid) */
                endpointId?: string;
                /** @description `ACTIVATED` for what is active, `DEACTIVATED` for what is past */
                state?: "ACTIVATED" | "DEACTIVATED";
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts, the latest activated first */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "alrt_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *           "kind": "error_rate",
                     *           "threshold": 10,
                     *           "state": "ACTIVATED",
                     *           "activatedAt": "2026-05-13T12:46:30.000Z",
                     *           "deactivatedAt": null,
                     *           "data": {
                     *             "endpointId": "ep_01kq8v4z6t8m5n2p7r9s3w1x0y",
                     *             "alertState": "ACTIVATED",
                     *             "threshold": 10,
                     *             "thresholdUnit": "percent",
                     *             "errorRate": 14.29,
                     *             "p50LatencyMs": 84,
                     *             "p90LatencyMs": 412,
                     *             "availability": 85.71,
                     *             "requestsCount": 42,
                     *             "errors": [
                     *               {
                     *                 "errorType": "http_error",
                     *                 "errorCount": 6,
                     *                 "errorRate": 14.29
                     *               }
                     *             ],
                     *             "message": "14.29 % of the 42 requests to hooks.example.com in the last 10 minutes failed: more than 10 %.",
                     *             "hint": "Most failures are http_error: the receiver answers with an error status. Its own log says why. What came back: GET /attempts?endpointId=ep_01kq8v4z6t8m5n2p7r9s3w1x0y&outcome=http_error."
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Alert"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `invalid_cursor`: The cursor is not valid */
            400: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEndpointStatistics: {
        parameters: {
            query?: {
                /** @description Created in the hour or day of this time, or later */
                since?: string;
                /** @description Created before this time, or in its hour or day */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path: {
                /**
                 * @description The endpoint's id or uid
                 * @example ep_01kq8v4z6t8m5n2p7r9s3w1x0y
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "since": "2026-05-12T12:00:00.000Z",
                     *       "until": "2026-05-13T13:00:00.000Z",
                     *       "total": 1200,
                     *       "succeeded": 1170,
                     *       "failed": 10,
                     *       "canceled": 0,
                     *       "pending": 20,
                     *       "successRate": 0.9915254237288136,
                     *       "attempts": 1260,
                     *       "latencyMs": {
                     *         "p50": 85,
                     *         "p90": 240,
                     *         "p99": 1400
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EndpointStatistics"];
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStatistics: {
        parameters: {
            query?: {
                /** @description What is counted: deliveries by what became of them, or events published */
                of?: "deliveries" | "events";
                /** @description Whole hours or days of UTC */
                interval?: "hour" | "day";
                /** @description One row for each type or endpoint in each interval */
                groupBy?: "none" | "eventType" | "endpoint";
                /** @description Only to this endpoint (id or uid) */
                endpointId?: string;
                /** @description Only of this event type */
                eventType?: string;
                /** @description Created in the hour or day of this time, or later */
                since?: string;
                /** @description Created before this time, or in its hour or day */
                until?: string;
            };
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows, oldest first; with `of=events` they have a total alone */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "start": "2026-05-13T12:00:00.000Z",
                     *           "group": "message.delivered",
                     *           "total": 1200,
                     *           "succeeded": 1170,
                     *           "failed": 10,
                     *           "canceled": 0,
                     *           "pending": 20,
                     *           "successRate": 0.9915254237288136,
                     *           "latencyMs": {
                     *             "p50": 85,
                     *             "p90": 240,
                     *             "p99": 1400
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["DeliveryStatistics"][] | components["schemas"]["EventStatistics"][];
                    };
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "alive"
                     *     }
                     */
                    "application/json": components["schemas"]["Alive"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ready",
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: Posthorn cannot take this right now */
            503: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: {
                /** @description For operators: the organization's id or uid; `default`, if left out */
                "X-Organization"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All metrics, each with its type and what it means */
            200: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # HELP posthorn_events_accepted_total Events that were published and are on disk
                     *     # TYPE posthorn_events_accepted_total counter
                     *     posthorn_events_accepted_total 1027
                     */
                    "text/plain; version=0.0.4": string;
                    /**
                     * @example # HELP posthorn_events_accepted_total Events that were published and are on disk
                     *     # TYPE posthorn_events_accepted_total counter
                     *     posthorn_events_accepted_total 1027
                     */
                    "application/openmetrics-text; version=1.0.0": string;
                };
            };
            /** @description `unauthenticated`: Authentication is required */
            401: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The API key's role does not allow this */
            403: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is no such object */
            404: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation_failed`: The request is not valid */
            422: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests */
            429: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    /** @description Seconds to wait before sending it again */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something went wrong inside Posthorn */
            500: {
                headers: {
                    /** @description The request's id, also in the log */
                    "X-Request-Id"?: string;
                    /** @description Requests a second that the organization may make; not there, if it has no limit */
                    "RateLimit-Limit"?: number;
                    /** @description Requests that would pass now; up to twice the limit, after a pause */
                    "RateLimit-Remaining"?: number;
                    /** @description Seconds until as many would pass as ever */
                    "RateLimit-Reset"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
