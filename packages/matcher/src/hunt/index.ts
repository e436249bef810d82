export type { HuntList, OccupationGroup, WorkplaceKind } from "./hunt-list.ts";
export { type HuntRequest, huntRequest } from "./hunt-request.ts";
