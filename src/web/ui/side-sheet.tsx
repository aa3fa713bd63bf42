import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useLoaded } from "../say.ts";
import { CloseIcon } from "./icons.tsx";
import classes from "./side-sheet.module.css";

/**
 * Lies over the page's edge, from below where there is little room; Escape and the cross close it, and the focus goes back to what opened it.
 * `width` in pixels beside the page, `height` of the window below it.
 */
export function SideSheet<Opened>({
  opened,
  close,
  width,
  height,
  className,
  children,
}: {
  opened: Opened | null;
  close: () => void;
  width: number;
  height: `${number}%`;
  className: string | undefined;
  children: (shown: Opened) => ReactNode;
}) {
  const { say } = useLoaded();
  const below = useMediaQuery("(max-width: 900px)", undefined, { getInitialValueInEffect: false });
  // While it slides out it keeps what it showed.
  const [shown, show] = useState(opened);
  if (opened !== null && opened !== shown) show(opened);
  return (
    <Drawer.Root opened={opened !== null} onClose={close} position={below ? "bottom" : "right"} size={below ? height : width}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content>
        <Drawer.Body className={`${classes["body"]} ${className ?? ""}`}>
          <button type="button" className={classes["close"]} aria-label={say.words.tree.close} onClick={close}>
            <CloseIcon />
          </button>
          {shown === null ? null : children(shown)}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

export function SheetTitle({ children }: { children: ReactNode }) {
  return <Drawer.Title className={classes["title"]}>{children}</Drawer.Title>;
}
