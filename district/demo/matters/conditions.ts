import type { FilingCondition } from './matter.ts';

type Row = readonly [
  zh: string,
  en: string,
  limit: string,
  closingZh: string,
  closingEn: string,
  basis?: FilingCondition['basis'],
];

/** Filing conditions in one stage, by matter. Order is serial number: what is added comes last, because cases point to the codes. */
const single: Readonly<Record<string, readonly Row[]>> = {
  'component:01002': [
    [
      '井盖缺失、移位或破裂，危及安全',
      'Cover missing, moved or cracked, dangerous',
      '2紧急工作时',
      '消除危险',
      'Made safe',
      'practice',
    ],
    ['破损面积大于25平方厘米', 'Broken over 25 cm²', '4工作时', '更换井盖', 'Replaced', 'practice'],
    ['井盖松动、异响', 'Rattling', '2工作日', '修复', 'Fixed', 'practice'],
    ['井盖沉降大于2厘米', 'Sunken more than 2 cm', '5工作日', '调平', 'Levelled', 'practice'],
  ],
  'component:01003': [
    [
      '井盖缺失、移位或破裂，危及安全',
      'Cover missing, moved or cracked, dangerous',
      '2紧急工作时',
      '消除危险',
      'Made safe',
    ],
    ['破损、松动', 'Broken or loose', '2工作日', '修复', 'Fixed'],
  ],
  'component:01004': [
    ['雨水箅子缺失，危及安全', 'Grating missing, dangerous', '2紧急工作时', '消除危险', 'Made safe'],
    ['堵塞、积水', 'Blocked, standing water', '4工作时', '疏通', 'Cleared'],
  ],
  'component:01007': [['井盖缺失、破损', 'Cover missing or broken', '2紧急工作时', '消除危险', 'Made safe']],
  'component:01037': [
    ['灯杆倾斜、漏电，危及安全', 'Post leaning or live, dangerous', '2紧急工作时', '消除危险', 'Made safe'],
    ['单灯不亮', 'One lamp out', '2工作日', '恢复照明', 'Lit again'],
    ['整段不亮', 'A whole stretch dark', '1工作日', '恢复照明', 'Lit again'],
  ],
  'component:01048': [['箱门敞开、设施破损', 'Cabinet open or broken', '4工作时', '修复', 'Fixed']],
  'component:01076': [
    [
      '停运、困人后未恢复',
      'Out of service',
      '1工作日',
      '恢复运行或公示维修期限',
      'Running again, or the date of repair posted',
    ],
  ],
  'component:02010': [['缺失、破损、遮挡', 'Missing, broken or hidden', '3工作日', '修复', 'Fixed']],
  'component:02014': [['灯灭、显示错乱', 'Dark or wrong', '4紧急工作时', '恢复正常', 'Working again']],
  'component:03001': [['设施损坏、保洁不到位', 'Broken or dirty', '1工作日', '修复、保洁', 'Fixed and cleaned']],
  'component:04002': [
    ['树木倒伏、断枝，危及安全', 'Tree or limb down, dangerous', '2紧急工作时', '消除危险', 'Made safe'],
    ['遮挡路灯、信号灯或住户采光', 'Hides lamps, signals or daylight', '5工作日', '修剪', 'Pruned'],
  ],
  'matter:06001': [
    ['正在搭建', 'Being built', '2紧急工作日', '制止施工', 'Stopped', 'practice'],
    ['已建成', 'Built', '15工作日', '立案查处', 'Case opened for punishment', 'practice'],
  ],
  'matter:06010': [['垃圾裸露堆放', 'Rubbish lying open', '4工作时', '清除', 'Cleared', 'practice']],
  'matter:06011': [['积存垃圾、渣土', 'Rubbish or spoil left lying', '1工作日', '清运', 'Taken away']],
  'matter:06012': [['路面有垃圾、泥土、污物', 'Dirt on the road', '2工作时', '清扫干净', 'Cleaned', 'practice']],
  'matter:06013': [
    ['路面坑洼、破损', 'Potholes, broken surface', '5工作日', '修复', 'Repaired', 'practice'],
    ['路面塌陷，危及安全', 'Road collapsed, dangerous', '2紧急工作时', '围护、消除危险', 'Fenced and made safe'],
  ],
  'matter:06014': [['路面遗撒、泄漏', 'Load spilt on the road', '2紧急工作时', '清除', 'Cleared']],
  'matter:06020': [
    ['露天焚烧垃圾、树叶', 'Burning rubbish or leaves', '2紧急工作时', '制止并清除', 'Stopped and cleared', 'practice'],
  ],
  'matter:06025': [['水面有漂浮物', 'Floating rubbish', '1工作日', '打捞清除', 'Fished out']],
  'matter:06026': [
    [
      '水体变色、异味，排入污水',
      'Discoloured, smelling, waste let in',
      '2工作日',
      '制止并治理',
      'Stopped and treated',
      'practice',
    ],
  ],
  'matter:06027': [['餐饮油烟直排', 'Kitchen fumes let out untreated', '3工作日', '责令整改', 'Ordered to put right']],
  'matter:06028': [['社会生活噪声扰民', 'Noise of daily life disturbs residents', '2紧急工作时', '制止', 'Stopped']],
  'matter:06030': [
    [
      '向路面、雨水口排放污水',
      'Waste water let out on roads or into rain drains',
      '4工作时',
      '制止并清理',
      'Stopped and cleaned',
    ],
  ],
  'matter:06036': [['公共场所堆放杂物', 'Belongings piled in public places', '1工作日', '清理', 'Cleared']],
  'matter:06042': [['垃圾站（箱）满溢', 'Bin or station overflowing', '4工作时', '清运', 'Emptied']],
  'matter:06048': [
    ['边坡、挡土墙开裂、松动', 'Slope or wall cracked or loose', '4紧急工作时', '围护并鉴定', 'Fenced and surveyed'],
  ],
  'matter:07001': [
    ['张贴、喷涂非法小广告', 'Illegal small ads pasted or sprayed', '1工作日', '清除', 'Removed', 'practice'],
  ],
  'matter:07003': [
    ['未经许可设置、破损', 'Without licence, or broken', '5工作日', '拆除或修复', 'Taken down or repaired'],
  ],
  'matter:08001': [['夜间或无证施工', 'At night or unlicensed', '2紧急工作时', '制止', 'Stopped', 'practice']],
  'matter:08004': [
    ['未覆盖、未喷淋', 'Not covered, not sprayed', '2工作时', '制止并整改', 'Stopped and put right', 'practice'],
  ],
  'matter:08016': [['无证建设', 'Building without licence', '2工作日', '责令停工', 'Ordered to stop']],
  'matter:09001': [['游商占道经营', 'Hawkers on the road', '2紧急工作时', '劝离', 'Moved on', 'practice']],
  'matter:09003': [
    ['流浪乞讨人员需救助', 'A person in need on the street', '2紧急工作时', '救助或护送', 'Helped or escorted'],
  ],
  'matter:09005': [['店外摆卖', 'Goods outside the shop', '2紧急工作时', '收回店内', 'Moved on', 'practice']],
  'matter:09006': [['占道摆卖、作业', 'Trade or work on the road', '2紧急工作时', '清理', 'Moved on', 'practice']],
  'matter:09009': [
    ['占用人行道、路口停放', 'Parked on footways or at corners', '4工作时', '驶离或处罚', 'Gone or fined'],
  ],
  'matter:09010': [
    ['非机动车乱停放', 'Bicycles and scooters left in disorder', '2工作时', '摆放整齐', 'Put in order', 'practice'],
  ],
  'matter:09011': [['共享单车堆积', 'Shared bicycles piled up', '4工作时', '清运、归位', 'Taken away, put in place']],
  'matter:09012': [['占用、堵塞消防通道', 'Fire lane occupied or blocked', '2紧急工作时', '恢复畅通', 'Open again']],
  'matter:09015': [['无证餐饮经营', 'Catering without licence', '5工作日', '责令停止', 'Ordered to stop']],
  'matter:09020': [['场内秩序、卫生差', 'Disorder, dirt', '2工作日', '整改', 'Put right']],
  'matter:10002': [['架空线缆脱落、低垂', 'Overhead line down or hanging low', '2紧急工作时', '消除危险', 'Made safe']],
};

const one = ([zh, en, limit, closingZh, closingEn, basis]: Row, matter: string, serial: number): FilingCondition => ({
  code: `${matter.slice(matter.indexOf(':') + 1)}-${serial}`,
  matter,
  name: { zh, en },
  stages: [{ limit, reach: { zh: closingZh, en: closingEn } }],
  closing: { zh: closingZh, en: closingEn },
  basis: basis ?? 'district',
});

const plain = Object.entries(single).flatMap(([matter, rows]) => rows.map((row, i) => one(row, matter, i + 1)));

/** A gas leak has a limit in stages; it is filed under the open gas pipe, the nearest component of the standard. */
const gasLeak: FilingCondition = {
  code: '01057-1',
  matter: 'component:01057',
  name: { zh: '燃气泄漏', en: 'Gas leak' },
  stages: [
    { limit: '1紧急工作时', reach: { zh: '围护、制止泄漏', en: 'Fenced, leak stopped' } },
    { limit: '5工作日', reach: { zh: '修复并恢复路面', en: 'Repaired, road restored' } },
  ],
  closing: { zh: '管道修复、路面恢复', en: 'Pipe repaired, road restored' },
  basis: 'practice',
};

export const filingConditions: readonly FilingCondition[] = [...plain, gasLeak].map((condition) =>
  condition.code === '06001-2'
    ? {
        ...condition,
        afterwards: { zh: '拆除另按法定期限挂账', en: 'Removal follows as a hold with its own legal periods' },
      }
    : condition,
);
