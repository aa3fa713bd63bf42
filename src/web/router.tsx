import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OverviewPage } from "./pages/overview/page.tsx";
import { BrokenPage } from "./ui/failure.tsx";
import { Frame } from "./ui/frame.tsx";
import { Loading } from "./ui/loading.tsx";

/** What the address of the tree holds: the picked node, and whose or which theme is lit. */
interface TreeSearch {
  readonly node?: string;
  readonly who?: string;
  readonly theme?: string;
}

function text<Key extends string>(search: Record<string, unknown>, key: Key): { readonly [K in Key]?: string } {
  const value = search[key];
  return typeof value === "string" && value !== "" ? ({ [key]: value } as { [K in Key]: string }) : {};
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
const overview = createRoute({ getParentRoute: () => root, path: "/", component: OverviewPage });
const tree = createRoute({
  getParentRoute: () => root,
  path: "/tree",
  validateSearch: (search: Record<string, unknown>): TreeSearch => ({
    ...text(search, "node"),
    ...text(search, "who"),
    ...text(search, "theme"),
  }),
  component: lazyRouteComponent(() => import("./pages/tree/page.tsx"), "TreePage"),
});
const framework = createRoute({
  getParentRoute: () => root,
  path: "/framework",
  validateSearch: (search: Record<string, unknown>): { readonly for?: string } => text(search, "for"),
  component: lazyRouteComponent(() => import("./pages/framework/page.tsx"), "FrameworkPage"),
});
const steering = createRoute({
  getParentRoute: () => root,
  path: "/steering",
  validateSearch: (search: Record<string, unknown>): { readonly cycle?: string; readonly kpi?: string } => ({
    ...text(search, "cycle"),
    ...text(search, "kpi"),
  }),
  component: lazyRouteComponent(() => import("./pages/steering/page.tsx"), "SteeringPage"),
});
const scenario = createRoute({
  getParentRoute: () => root,
  path: "/scenario",
  validateSearch: (search: Record<string, unknown>): { readonly id?: string; readonly kpi?: string; readonly fresh?: string } => ({
    ...text(search, "id"),
    ...text(search, "kpi"),
    ...text(search, "fresh"),
  }),
  component: lazyRouteComponent(() => import("./pages/scenario/page.tsx"), "ScenarioPage"),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: "/customer",
  component: lazyRouteComponent(() => import("./pages/customer/page.tsx"), "CustomerPage"),
});
const discover = createRoute({
  getParentRoute: () => root,
  path: "/discover",
  component: lazyRouteComponent(() => import("./pages/discover/page.tsx"), "DiscoverPage"),
});
const kpi = createRoute({
  getParentRoute: () => root,
  path: "/kpi/$id",
  component: lazyRouteComponent(() => import("./pages/kpi/page.tsx"), "KpiPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([overview, tree, framework, discover, customer, steering, scenario, kpi]),
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
