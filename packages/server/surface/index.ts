export { type AllowanceRule, type Allowances, allowances, senderOf } from './allowance.ts';
export { type OpenApiDocument, openApiDocument } from './openapi/openapi-document.ts';
export { publicDistrict } from './public-district.ts';
export { districtRoute, openRoute, type Route, type RouteFace, sessionRoute } from './route.ts';
export { boardRoutes } from './routes/board-routes.ts';
export { bulletinRoutes } from './routes/bulletin-routes.ts';
export { caseRoutes } from './routes/case-routes.ts';
export { cityDoor, exchangeRoutes } from './routes/exchange-routes.ts';
export { fileRoutes, type RequireOwnerSeen } from './routes/file-routes.ts';
export { livelihoodRoutes } from './routes/livelihood-routes.ts';
export { measureRoutes } from './routes/measure-routes.ts';
export { noticeRoutes } from './routes/notice-routes.ts';
export { orgRoutes } from './routes/org-routes.ts';
export { parameterRoutes } from './routes/parameter-routes.ts';
export { projectRoutes } from './routes/project-routes.ts';
export { promiseRoutes } from './routes/promise-routes.ts';
export { registryRoutes } from './routes/registry-routes.ts';
export { reportRoutes } from './routes/report-routes.ts';
export { tileRoutes } from './routes/tile-routes.ts';
export { buildSurface, type Surface } from './surface.ts';
export type {
  Change,
  Happenings,
  PartnerDoor,
  SurfaceOptions,
  SurfaceServices,
  Unread,
} from './surface-services.ts';
