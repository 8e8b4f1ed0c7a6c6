export { type NaiveCount, naiveCount } from './naive-count.ts';
export { type RandomDistrict, randomDistrict, type SeenStep } from './random-district.ts';
