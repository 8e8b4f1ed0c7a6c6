export { errand } from './errand.ts';
export {
  type PromiseDistrict,
  type PromiseStrangers,
  promiseDistrict,
  promiseStrangers,
  withErrands,
} from './promise-district.ts';
