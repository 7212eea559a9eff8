/**
 * Steps that the regular expressions of an organization's endpoints may take together at each character of what they
 * read. A step costs some 2 ns at a character, 15 at worst, and each expression reads 4,096 characters at most: so an event
 * of an adversary's, judged by an adversary's filters, takes about 0.6 s.
 */
export const filterWorkMax = 10_000;
