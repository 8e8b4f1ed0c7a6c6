export { type CityDistrict, cityDistrict, cityTicket } from './city-district.ts';
