import { colorsTuple, createTheme, type CSSVariablesResolver } from "@mantine/core";

/** The house's sizes in Mantine's names. The colours follow in `variables`: they are light-dark() pairs, which a Mantine colour cannot hold. */
export const theme = createTheme({
  fontFamily: "var(--font)",
  fontSizes: { xs: "12px", sm: "14px", md: "14px", lg: "18px", xl: "28px" },
  lineHeights: { xs: "16px", sm: "20px", md: "20px", lg: "24px", xl: "36px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  defaultRadius: 4,
  colors: { accent: colorsTuple("#2a45c2") },
  primaryColor: "accent",
  respectReducedMotion: true,
  cursorType: "pointer",
});

const variables = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default": "var(--raised)",
  "--mantine-color-default-hover": "var(--sunk)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-color-error": "var(--behind)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
