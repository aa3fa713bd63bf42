import type { ReactNode } from "react";

function Line({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      {children}
    </svg>
  );
}

export const MarkIcon = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
    <circle cx="10" cy="10" r="8.5" />
    <path d="M4.5 12.5 8.5 9l3 2.5 4-5" strokeLinejoin="round" />
  </svg>
);
export const ListIcon = () => (
  <Line>
    <path d="M3 5h14M3 10h14M3 15h8" />
  </Line>
);
export const TreeIcon = () => (
  <Line>
    <path d="M10 3v4M5 13v-3h10v3M10 7v3M5 13v4M15 13v4" />
  </Line>
);
export const GridIcon = () => (
  <Line>
    <path d="M3 4h14M3 9h14M3 16h14M8 4v12M12.5 9v7" />
  </Line>
);
export const SteerIcon = () => (
  <Line>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 12.5V17M3.3 8.5h13.4" />
    <circle cx="10" cy="10" r="2" />
  </Line>
);
export const PersonIcon = () => (
  <Line>
    <circle cx="10" cy="6.5" r="3.5" />
    <path d="M3.5 17c0-3.6 2.9-5.5 6.5-5.5s6.5 1.9 6.5 5.5" />
  </Line>
);
export const SearchIcon = () => (
  <Line>
    <circle cx="9" cy="9" r="5.5" />
    <path d="M13 13l4 4" />
  </Line>
);
export const SunIcon = () => (
  <Line>
    <circle cx="10" cy="10" r="3.5" />
    <path d="M10 1.5v3M10 15.5v3M1.5 10h3M15.5 10h3M4 4l2 2M14 14l2 2M4 16l2-2M14 6l2-2" />
  </Line>
);
export const MoonIcon = () => (
  <Line>
    <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" strokeLinejoin="round" />
  </Line>
);
export const AutoIcon = () => (
  <Line>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 3a7 7 0 0 1 0 14Z" fill="currentColor" stroke="none" />
  </Line>
);
export const CheckIcon = () => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d="M1.5 6.5 4.6 9.6 10.5 2.8" fill="none" stroke="currentColor" strokeWidth="2.2" />
  </svg>
);
export const CloseIcon = () => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d="M1 1l10 10M11 1 1 11" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);
