export { type NaiveCount, naiveCount, naiveStocks } from './naive-count.ts';
export { type RandomDistrict, randomDistrict, type SeenStep } from './random-district.ts';
