import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Cool greys with a hint of the brand's blue, so that the page does not look printed in pure grey. */
const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#eff1f5",
  "#e4e7ed",
  "#d2d7e0",
  "#b0b8c6",
  "#838d9f",
  "#626c80",
  "#454f63",
  "#2a3347",
  "#161d2d",
];

/** Text, from bright to dim (0–2), lines (3–5), surfaces (6–9). */
const dark: MantineColorsTuple = [
  "#e7eaf1",
  "#c5cbd8",
  "#98a2b5",
  "#707b90",
  "#333d50",
  "#273043",
  "#1b2332",
  "#121824",
  "#0d121c",
  "#080c13",
];

/** The colour of actions: a clear blue, dark enough for white text on it. */
const cobalt: MantineColorsTuple = [
  "#eef3ff",
  "#dce5fe",
  "#b9cafb",
  "#93adf7",
  "#7092f1",
  "#5279e8",
  "#3761d8",
  "#2c4fb8",
  "#264296",
  "#203675",
];

/** What went well. */
const moss: MantineColorsTuple = [
  "#e9f8f1",
  "#cdeede",
  "#9edcc0",
  "#69c79d",
  "#3db180",
  "#1e9b69",
  "#138257",
  "#0f6847",
  "#0d5239",
  "#0a3f2d",
];

/** What went wrong. */
const ember: MantineColorsTuple = [
  "#fef0ef",
  "#fddbd8",
  "#f9b4ae",
  "#f38a81",
  "#eb655a",
  "#dd4438",
  "#c4332a",
  "#a12821",
  "#7f211c",
  "#631b17",
];

/** What needs a look: the brass of the horn. */
const brass: MantineColorsTuple = [
  "#fff7e2",
  "#fdebbd",
  "#f9d885",
  "#f4c450",
  "#eab02a",
  "#cf9210",
  "#a87208",
  "#835808",
  "#654409",
  "#4e3509",
];

export const fonts = {
  text: '"Inter Variable", ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  code: '"JetBrains Mono Variable", ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
};

/** What the library's own components take from the page's colours (`base.css`). */
const shared = {
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--text-dim)",
  "--mantine-color-placeholder": "var(--text-dim)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-error": "var(--bad-text)",
};

/** The library's own are so dark that a button looks like a hole. */
const darkLightVariants = Object.fromEntries(
  Object.entries({ cobalt: "info", moss: "good", ember: "bad", brass: "warn" }).flatMap(
    ([color, meaning]) => [
      [`--mantine-color-${color}-light`, `var(--${meaning}-surface)`],
      [`--mantine-color-${color}-light-color`, `var(--${meaning}-text)`],
    ],
  ),
);

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  // The library's own is so strong that a remark looks like an alarm.
  light: { ...shared, "--mantine-color-brass-light": "var(--warn-surface)" },
  dark: { ...shared, ...darkLightVariants },
});

export const theme = createTheme({
  colors: { gray, dark, cobalt, moss, ember, brass, red: ember, green: moss, yellow: brass },
  primaryColor: "cobalt",
  primaryShade: 6,
  autoContrast: false,
  black: gray[9],
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.code,
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontFamily: fonts.text,
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "1.375rem", lineHeight: "1.3" },
      h2: { fontSize: "0.9375rem", lineHeight: "1.4" },
      h3: { fontSize: "0.875rem", lineHeight: "1.45" },
    },
  },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "8px", lg: "12px", xl: "16px" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  components: {
    InputWrapper: { styles: { label: { marginBottom: 4 }, error: { marginTop: 6 } } },
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "sm" } },
    // A remark, not a billboard.
    EmptyState: { vars: () => ({ root: { "--empty-state-indicator-size": "1.375rem" } }) },
    CloseButton: { defaultProps: { "aria-label": "Close" } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true, arrowSize: 6, maw: 320, multiline: true } },
    Modal: {
      defaultProps: { centered: true, radius: "lg", overlayProps: { backgroundOpacity: 0.45, blur: 2 } },
    },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
    Menu: { defaultProps: { shadow: "md", radius: "md" } },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
  },
});
