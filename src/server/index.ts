export { application, serve, type ServeOptions, type Serving } from "./server.ts";
