/**
 * Says what is wrong with an endpoint's URL, as sentences about the field, before it is stored: the scheme,
 * credentials, the port, a literal address that the egress guard refuses. Names are judged at each attempt.
 */
export type CheckEndpointUrl = (url: string) => string | null;
