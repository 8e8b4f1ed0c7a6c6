/** English of the default rule sets, by the Chinese text. */
export const DEFAULT_ENGLISH: Readonly<Record<string, string>> = {
  '指标亮灯规则（默认）': 'Lights of indicators (default)',
  '平台默认规则，由区自行调整': 'Default of the platform, for the district to adjust',
  目标类型: 'Kind of aim',
  完成率: 'Completion rate',
  增速: 'Growth',
  区间或上限: 'Band or cap',
  完成率与序时之差: 'Completion less the schedule path',
  增速与目标之差: 'Growth less its aim',
  已达目标: 'Aim met',
  达到序时进度或目标要求: 'On the schedule path, or the aim is met',
  '低于序时进度不超过10点，或增速低于目标不超过1点':
    'Up to 10 points below the schedule path, or growth up to 1 point below its aim',
  '低于序时进度超过10点，或增速低于目标超过1点，或超出控制区间':
    'More than 10 points below the schedule path, growth more than 1 point below its aim, or outside its limits',
  '任务亮灯规则（默认）': 'Lights of tasks (default)',
  已完成: 'Done',
  超过截止日: 'Past the due day',
  逾期任务: 'Overdue parts',
  '已完成，或时限未近、各项任务未逾期且不低于序时进度':
    'Done, or not near its due day, no part overdue and not below the schedule path',
  '完成率与序时之差（没有量化指标的为0）': 'Completion less the schedule path (0 where nothing is measured)',
  '距截止日15天以内，尚未完成': 'Within 15 days of its due day and not done',
  '有任务逾期，或低于序时进度不超过15点，总时限未到':
    'A part is overdue, or up to 15 points below the schedule path; the whole is not yet due',
  '超过时限未完成，或低于序时进度超过15点': 'Past due and not done, or more than 15 points below the schedule path',
  '民生实事亮灯规则（默认）': 'Lights of livelihood projects (default)',
  '已完成，或达到序时进度': 'Done, or on the schedule path',
  低于序时进度不超过15点: 'Up to 15 points below the schedule path',
  '低于序时进度超过15点，或超过时限未完成': 'More than 15 points below the schedule path, or past due and not done',
  '重点项目亮灯规则（默认）': 'Lights of key projects (default)',
  连续落后: 'Months in a row behind',
  逾期未开工: 'Months late in starting',
  '已完成，或按期开工且达到序时进度': 'Done, or started in time and on the schedule path',
  '低于序时进度不超过30点且未满三个月，或逾期未开工未满三个月':
    'Up to 30 points below the schedule path for less than three months, or less than three months late in starting',
  '低于序时进度超过30点，或连续三个月落后，或连续三个月应开工未开工':
    'More than 30 points below the schedule path, behind for three months in a row, or three months late in starting',
  '红灯事项发督办函，约谈责任单位': 'Red: a letter of supervision, and a talk with the responsible unit',
};
