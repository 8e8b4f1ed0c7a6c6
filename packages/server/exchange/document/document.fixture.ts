import {
  column,
  documentOf,
  figure,
  heading,
  note,
  type OfficialDocument,
  paragraph,
  tableOf,
  text,
} from '@huying/kit/document';

const columns = [
  column('no', '序号', 5, 'center'),
  column('words', '目标任务原文', 24),
  column('target', '目标', 8, 'right', '进度'),
  column('done', '完成', 8, 'right', '进度'),
];

/** A bulletin with everything a document can have; `rows` lines in the table of its first annex. */
export function sampleDocument(rows = 60, parts: Partial<OfficialDocument> = {}): OfficialDocument {
  const lines = Array.from({ length: rows }, (_, at) => ({
    id: `r${at}`,
    kind: 'plain' as const,
    cells: [
      text(String(at + 1)),
      text(`新建改建城市道路12条，打通断头路3条，完成老旧小区改造45个，惠及居民2.3万户（第${at + 1}页）`, {
        kind: 'promise',
        id: `p${at}`,
      }),
      figure(45, 0),
      { ...figure(68.9, 1), words: '68.9%' },
    ],
  }));
  const total = {
    id: 'sum',
    kind: 'total' as const,
    cells: [text(''), text('合计'), figure(45 * rows, 0), figure(null, 1)],
  };
  return documentOf('关于2027年政府工作报告目标任务\n落实情况的通报', {
    head: { form: 'document', issuer: '清江区督查通报', office: '清江区人民政府督查室', day: '2027-05-06' },
    number: '〔2027〕第4期',
    under: '数据截至2027年4月30日',
    recipients: ['各街道办事处', '区政府各部门'],
    body: [
      heading(1, '总体情况'),
      paragraph('全区任务加权进度36.4%。'),
      heading(2, '分类情况'),
      paragraph('进展平稳。'),
      note('注释。'),
    ],
    annexes: [
      {
        title: '全部事项一览',
        body: [
          tableOf('all', columns, [{ id: 'b', kind: 'band', cells: [text('民生实事')] }, ...lines, total], {
            wide: true,
            caption: '一览',
            unit: '单位：个',
            notes: ['四舍五入。'],
          }),
        ],
      },
      { title: '更正说明', body: [paragraph('本期无更正。')] },
    ],
    signature: { unit: '清江区人民政府督查室', day: '2027-05-06' },
    copies: ['区委办公室'],
    imprint: { unit: '清江区人民政府办公室', day: '2027-05-06' },
    ...parts,
  });
}
