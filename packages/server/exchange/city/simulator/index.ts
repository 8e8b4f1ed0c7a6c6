export { type SimulatedPlace, simulatedTicket } from './simulated-ticket.ts';
export { type City, type CityFailure, type CityOptions, type Received, simulateCity } from './simulator.ts';
