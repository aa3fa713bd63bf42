import type { Language } from "../framework/index.ts";
import type { ReportJson, Story } from "../report/index.ts";
import type { FillableTable } from "./framework.ts";
import { type Page, pageOf } from "./page.ts";

/** The documents that a report can become; each is one file here, loaded when it is asked for. */
const renderers = {
  html: async () => (await import("./html.ts")).html,
  xlsx: async () => (await import("./xlsx.ts")).xlsx,
  pptx: async () => (await import("./pptx.ts")).pptx,
  pdf: async () => (await import("./pdf.ts")).pdf,
} as const satisfies Record<string, () => Promise<(page: Page) => Promise<Uint8Array>>>;

export type DocumentFormat = keyof typeof renderers;

/** The bytes of a report in a format and a language. Throws HelderError `no-browser`, `not-printed` (pdf). */
export async function render(report: ReportJson, format: DocumentFormat, language: Language): Promise<Uint8Array> {
  return (await renderers[format]())(pageOf(report, language));
}

/** The forms of a story, as those of the report. */
const storyForms = {
  html: async () => (story: Story) => import("./story/html.ts").then(({ storyHtml }) => new TextEncoder().encode(storyHtml(story))),
  xlsx: async () => (await import("./story/xlsx.ts")).storyXlsx,
  pptx: async () => (await import("./story/pptx.ts")).storyPptx,
  pdf: async () => (await import("./story/pdf.ts")).storyPdf,
} as const satisfies Record<DocumentFormat, () => Promise<(story: Story) => Promise<Uint8Array>>>;

/** The bytes of a story in a format. Throws HelderError `no-browser`, `not-printed` (pdf). */
export async function renderStory(story: Story, format: DocumentFormat): Promise<Uint8Array> {
  return (await storyForms[format]())(story);
}

/** Tables of a framework as the bytes of a workbook to fill in. */
export async function frameworkWorkbook(tables: readonly FillableTable[], title: string, language: Language): Promise<Uint8Array> {
  return (await import("./framework.ts")).frameworkWorkbook(tables, title, language);
}
