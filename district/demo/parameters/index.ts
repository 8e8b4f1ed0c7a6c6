/**
 * The demo district's parameters: safe defaults, each changed only by a named role with a reason. Limits counted in minutes are of the
 * shift calendar or continuous as their sentence says; limits written as text carry their own unit.
 */
import type { Words } from '../words.ts';

export type ParameterValue =
  | number
  | string
  | boolean
  | readonly number[]
  | readonly (readonly string[])[]
  | readonly Rung[];

/** A point of a clock at which something fires once: a share of the budget, or working days after it ran out. */
export interface Rung {
  readonly at: { readonly percent: number } | { readonly lateWorkingDays: number };
  readonly tells: 'handler' | 'unit-head' | 'supervisor' | 'bulletin';
  readonly urges: boolean;
}

export interface DemoParameter {
  readonly name: string;
  readonly value: ParameterValue;
  readonly title: Words;
}

const parameter = (name: string, value: ParameterValue, zh: string, en: string): DemoParameter => ({
  name,
  value,
  title: { zh, en },
});

export const parameters: readonly DemoParameter[] = [
  parameter(
    'calendar.workingHours',
    [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
    '工作时间',
    'Working hours of a day',
  ),
  parameter('clock.yellowPercent', 80, '黄灯起点（占时限百分比）', 'Yellow light from, percent of the budget'),
  parameter(
    'clock.rungs',
    [
      { at: { percent: 80 }, tells: 'handler', urges: false },
      { at: { percent: 100 }, tells: 'unit-head', urges: true },
      { at: { lateWorkingDays: 1 }, tells: 'supervisor', urges: false },
      { at: { lateWorkingDays: 5 }, tells: 'bulletin', urges: false },
    ],
    '时钟各档',
    'Rungs of a clock',
  ),
  parameter('hotline.acceptMinutes', 15, '受理时限（分钟，连续）', 'To accept, continuous minutes'),
  parameter('hotline.dispatchMinutes', 15, '派遣时限（分钟，连续）', 'To dispatch, continuous minutes'),
  parameter('hotline.confirmMinutes', 30, '核实时限（分钟）', 'To confirm before filing, minutes'),
  parameter('hotline.verifyMinutes', 30, '核查时限（分钟）', 'To verify after handling, minutes'),
  parameter('hotline.signLimit', '2工作时', '签收时限', 'To sign'),
  parameter('hotline.contactLimit', '1工作日', '首次联系诉求人时限', 'To contact the citizen first'),
  parameter('hotline.callBackLimit', '1工作日', '回访时限', 'To call back'),
  parameter(
    'hotline.dangerDispatchHours',
    1,
    '危及生命财产的派单时限（小时）',
    'Danger to life or property dispatched within hours',
  ),
  parameter(
    'hotline.utilityDispatchHours',
    2,
    '水电气热派单时限（小时）',
    'Water, power, gas, heat dispatched within hours',
  ),
  parameter('hotline.otherDispatchHours', 24, '其他派单时限（小时）', 'Others dispatched within hours'),
  parameter('sendBack.limit', '1工作日', '退单时限（自收到起）', 'Send back within, from receipt'),
  parameter('sendBack.atMost', 2, '退单次数上限', 'Sent back at most'),
  parameter(
    'dispute.jointMeeting',
    [['zfb', 'dcs', 'sfj']],
    '派单争议会商单位',
    'Offices of the joint meeting on disputes',
  ),
  parameter('extension.atMost', 2, '批准延期次数上限', 'Extensions approved at most'),
  parameter('hold.atMost', 1, '挂起次数上限', 'Holds at most'),
  parameter('hold.longestDays', 365, '挂起最长天数', 'Longest hold, days'),
  parameter('reopen.limit', '15工作日', '重新打开时限（自办结起）', 'Reopened within, from closing'),
  parameter('merge.metres', 50, '并案提示距离（米）', 'Suggest to merge within metres'),
  parameter('merge.hours', 24, '并案提示时间（小时）', 'Suggest to merge within hours'),
  parameter('routing.borderMetres', 30, '边界附近提示派遣员（米）', 'Ask the dispatcher within metres of a border'),
  parameter(
    'routing.dispatchesAbove',
    1.01,
    '自动派单置信度下限（大于1为不自动）',
    'Dispatch by itself above this confidence; above 1: never',
  ),
  parameter('onTheSpot.sampledPercent', 5, '即采即办抽查比例（百分比）', 'Handled on the spot, percent sampled'),
  parameter('ranking.leastCases', 20, '参与排名的最少件数', 'No ranking over fewer cases'),
  parameter('ranking.public', false, '排名对外公开', 'Rankings public'),
  parameter('map.public', false, '工单地图对外公开', 'Case map public'),
  parameter('map.blurMetres', 100, '公开地图模糊距离（米）', 'Public map blurred to metres'),
  parameter('map.delayDays', 7, '公开地图延迟天数', 'Public map delayed by days'),
  parameter('caller.hiddenFromReported', true, '对被投诉单位隐藏诉求人', 'Caller hidden from the unit complained of'),
];
