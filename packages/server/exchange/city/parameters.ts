import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';

/**
 * What a district sets for its exchange with the city's platform; compose adds them to the catalogue. The tables map the
 * city's words to the codes of our ticket; `*` stands for the rest, and a word that is one of our codes or its name needs no line.
 */
export const cityParameters: readonly ParameterDeclaration[] = [
  defineParameter({
    name: 'exchange.cityUrl',
    label: '市平台接收地址（空：回传以 xlsx 导出）',
    kind: 'text',
    default: '',
    editableBy: 'system-admin',
  }),
  defineParameter({
    name: 'exchange.cityKinds',
    label: '市平台诉求类型对照表',
    kind: 'json',
    default: { 咨询: 'consultation', 求助: 'request', 投诉: 'complaint', 举报: 'report', 建议: 'suggestion' },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'exchange.cityClasses',
    label: '市平台诉求分类对照表',
    kind: 'json',
    default: {},
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'exchange.cityUrgencies',
    label: '市平台紧急程度对照表',
    kind: 'json',
    default: { 一般: 'ordinary', 紧急: 'supply', 特急: 'danger', '*': 'ordinary' },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'exchange.cityActions',
    label: '市平台通知对应的操作',
    kind: 'json',
    default: { urged: 'urge', 'extension-granted': 'cityExtended' },
    editableBy: 'duty-editor',
  }),
];

/** The English of the labels, by the name of the parameter. */
export const cityParameterWords: Readonly<Record<string, string>> = {
  'exchange.cityUrl': 'Address of the city’s platform (empty: replies leave as xlsx)',
  'exchange.cityKinds': 'Kinds of demand: the city’s and ours',
  'exchange.cityClasses': 'Demand classes: the city’s and ours',
  'exchange.cityUrgencies': 'Urgency: the city’s and ours',
  'exchange.cityActions': 'Actions taken on the city’s notices',
};
