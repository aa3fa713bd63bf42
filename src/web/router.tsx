import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OverviewPage } from "./pages/overview/page.tsx";
import { BrokenPage } from "./ui/failure.tsx";
import { Frame } from "./ui/frame.tsx";
import { Loading } from "./ui/loading.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
const overview = createRoute({ getParentRoute: () => root, path: "/", component: OverviewPage });
const tree = createRoute({
  getParentRoute: () => root,
  path: "/tree",
  validateSearch: (search: Record<string, unknown>): { node?: string } =>
    typeof search["node"] === "string" ? { node: search["node"] } : {},
  component: lazyRouteComponent(() => import("./pages/tree/page.tsx"), "TreePage"),
});
const kpi = createRoute({
  getParentRoute: () => root,
  path: "/kpi/$id",
  component: lazyRouteComponent(() => import("./pages/kpi/page.tsx"), "KpiPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([overview, tree, kpi]),
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
