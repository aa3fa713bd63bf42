import type { Language } from "../framework/index.ts";
import type { Story } from "../report/index.ts";
import { findWorkspace, open } from "../workspace/index.ts";
import { boundsOf } from "./bounds.ts";
import { type Context, listArgument, textOption } from "./command.ts";

export type PackFormat = "html" | "md" | "xlsx" | "pptx" | "pdf" | "json";

/** The six steps of discover as a document: of files that are named, else of the workspace's datasets. Nothing is kept of it. */
export async function discoverPack(context: Context, format: PackFormat): Promise<string | Uint8Array> {
  const files = listArgument(context, 0);
  const told = textOption(context, "workspace");
  const directory = files.length === 0 || told !== null ? context.directory() : findWorkspace(process.cwd());
  const settings = directory === null ? null : (await open(directory)).framework.settings;
  context.speak(settings?.language);
  const { discover } = await import("../engine/index.ts");
  const discovery = await discover({
    files,
    directory,
    language: context.language,
    timezone: settings?.timezone ?? "Europe/Amsterdam",
    currency: settings?.currency ?? "EUR",
    ...boundsOf(context),
    asOf: context.asOf,
    export: null,
    pictures: true,
    progress: (line) => context.note(`← ${line}`),
  });
  if (format === "json") return `${JSON.stringify(discovery, null, 2)}\n`;
  const { storyMarkdown, storyOf } = await import("../report/index.ts");
  const story: Story = storyOf(
    { ...discovery, pictures: discovery.pictures! },
    {
      language: context.language,
      currency: settings?.currency ?? "EUR",
      title: settings?.name ?? named(discovery.mapping.files, context.language),
    },
  );
  if (format === "md") return storyMarkdown(story);
  const { renderStory } = await import("../render/index.ts");
  return renderStory(story, format);
}

/** Files as a title: the first, and how many more. */
function named(files: readonly string[], language: Language): string {
  const [first = "Helder", ...more] = files;
  if (more.length === 0) return first;
  const rest = more.length;
  return language === "nl"
    ? `${first} en ${rest} ${rest === 1 ? "ander bestand" : "andere bestanden"}`
    : `${first} and ${rest} other ${rest === 1 ? "file" : "files"}`;
}
