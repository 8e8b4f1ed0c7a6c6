/** A work report as short as one can be: what a test is about stands in its plan. */
export function workReport(body: string, { place = '清江区', year = 2026 } = {}): string {
  return `${place}${year}年政府工作报告

——${year}年1月8日在${place}第九届人民代表大会第六次会议上

${place}人民政府区长　周正明

各位代表：

现在，我代表区人民政府向大会报告工作，请予审议，并请区政协委员和其他列席人员提出意见。

一、${year - 1}年工作回顾

过去一年，在区委的正确领导下，我们扎实工作，全区经济社会平稳健康发展。地区生产总值增长5.1%，一般公共预算收入增长4.2%。完成老旧小区微改造22个。

二、${year}年工作安排

各位代表，今年要重点抓好以下工作：

${body}

各位代表，新的一年任务繁重、使命光荣，让我们团结奋斗，为建设现代化${place}而努力！
`;
}
