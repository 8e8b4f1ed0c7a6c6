import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';
import type { Product } from '@huying/kit/compile';

/** The parameter that says by which rules a kind of promise is lit: `promise.lights.keyProject` for `key-project`. */
export function lightParameterOf(kind: string): string {
  return `promise.lights.${kind.replaceAll(/-([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
}

const common = [
  defineParameter({
    name: 'promise.lightsPublic',
    label: '是否向公众显示亮灯',
    editableBy: 'supervisor',
    kind: 'choice',
    default: 'no',
    options: { no: '不显示', yes: '显示' },
  }),
  defineParameter({
    name: 'promise.warnDays',
    label: '到期前几日提醒',
    editableBy: 'supervisor',
    kind: 'number',
    default: 7,
    min: 1,
    max: 60,
  }),
  defineParameter({
    name: 'promise.lateRaises',
    label: '逾期如何处理',
    editableBy: 'supervisor',
    kind: 'choice',
    default: 'item',
    options: { item: '生成督办事项', notice: '仅提醒' },
  }),
  defineParameter({
    name: 'promise.disagreementRaises',
    label: '三种状态不一致如何处理',
    editableBy: 'supervisor',
    kind: 'choice',
    default: 'notice',
    options: { notice: '提醒督查员', item: '生成督办事项' },
  }),
  defineParameter({
    name: 'promise.objectionDays',
    label: '异议答复期限（日）',
    editableBy: 'supervisor',
    kind: 'number',
    default: 7,
    min: 1,
    max: 60,
  }),
  defineParameter({
    name: 'promise.congressAuthority',
    label: '票决项目的调整由谁审议',
    editableBy: 'supervisor',
    kind: 'text',
    default: '人大常委会',
  }),
] as const satisfies readonly ParameterDeclaration[];

const english: Readonly<Record<string, string>> = {
  'promise.lightsPublic': 'Whether the public sees lights',
  'promise.lightsPublic/options/no': 'Not shown',
  'promise.lightsPublic/options/yes': 'Shown',
  'promise.warnDays': 'Days before the due day to remind',
  'promise.lateRaises': 'What follows when a part is overdue',
  'promise.lateRaises/options/item': 'A supervision item is opened',
  'promise.lateRaises/options/notice': 'A reminder only',
  'promise.disagreementRaises': 'What follows when the statuses contradict one another',
  'promise.disagreementRaises/options/notice': 'The supervisor is reminded',
  'promise.disagreementRaises/options/item': 'A supervision item is opened',
  'promise.congressAuthority': 'Who allows changes of projects chosen by vote',
  'promise.objectionDays': 'Days to answer an objection',
};

/** What the engine of promises leaves to a district: limits, and by which rules each kind is lit. */
export function promiseParameters(product: Pick<Product, 'promises' | 'lights'>): readonly ParameterDeclaration[] {
  const usable = product.lights.filter(({ faulty }) => faulty !== true);
  const options = Object.fromEntries(usable.map(({ id, label }) => [id, label]));
  const lights = product.promises.map(({ id, name, lights: declared }) =>
    defineParameter({
      name: lightParameterOf(id),
      label: `${name}的亮灯规则`,
      editableBy: 'supervisor',
      kind: 'choice',
      default: declared,
      options,
    }),
  );
  return [...common, ...lights];
}

/** The English of their labels and of the options of choices, by name. */
export function promiseParameterWords(
  product: Pick<Product, 'promises' | 'lights' | 'words'>,
): Readonly<Record<string, string>> {
  const lights = product.promises.flatMap(({ id }) => [
    [lightParameterOf(id), `Light rules of ${product.words[`promises/${id}`]?.en ?? id}`],
    ...product.lights.map((set) => [
      `${lightParameterOf(id)}/options/${set.id}`,
      product.words[`lights/${set.id}`]?.en ?? set.id,
    ]),
  ]);
  return { ...english, ...Object.fromEntries(lights) };
}
