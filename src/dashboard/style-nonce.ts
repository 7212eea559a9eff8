/** The page's style nonce. A browser hides the attribute from selectors, not from scripts. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.nonce ?? "";
}
