/** What a caller says of a missing cover, as the operator writes it down. */
export const call = {
  title: '井盖缺失',
  words: '路口井盖缺失，夜间危险。',
  demandKind: 'request',
  demandClass: '0101',
  channel: 'phone',
  phone: '13812345678',
};
