import type { Story } from "../../report/index.ts";
import { printedPage } from "../pdf.ts";
import { storyHtml } from "./html.ts";

/** The story as the HTML prints. Throws HelderError `no-browser`, `not-printed`. */
export function storyPdf(story: Story): Promise<Uint8Array> {
  return printedPage(storyHtml(story));
}
