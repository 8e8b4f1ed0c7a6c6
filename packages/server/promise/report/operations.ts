import type { PromiseServices } from '../core/promise-services.ts';
import { compareReportsOperation } from './compare-reports.ts';
import { answerPlanOperation, sendPlanOperation, settleCommentOperation } from './consult-plan.ts';
import { acceptItemOperation, assignItemOperation, dismissItemOperation, reopenItemOperation } from './decide-item.ts';
import { changeLineOperation, draftPlanOperation } from './draft-plan.ts';
import { listPlansOperation, readPlanOperation } from './read-plan.ts';
import { listItemsOperation, listReportsOperation, readReportOperation } from './read-report.ts';
import { mergeItemsOperation, splitItemOperation } from './reshape-item.ts';
import { decidePlanOperation, issuePlanOperation } from './settle-plan.ts';
import { likeProjectsOperation, tieItemOperation } from './tie-project.ts';
import { uploadReportOperation } from './upload-report.ts';

/** What can be done with work reports and the plans that come of them. */
export function reportOperations(services: PromiseServices) {
  return {
    list: listReportsOperation(services),
    upload: uploadReportOperation(services),
    read: readReportOperation(services),
    items: listItemsOperation(services),
    accept: acceptItemOperation(services),
    dismiss: dismissItemOperation(services),
    reopen: reopenItemOperation(services),
    assign: assignItemOperation(services),
    likeProjects: likeProjectsOperation(services),
    tie: tieItemOperation(services),
    split: splitItemOperation(services),
    merge: mergeItemsOperation(services),
    compare: compareReportsOperation(services),
    plans: listPlansOperation(services),
    draftPlan: draftPlanOperation(services),
    readPlan: readPlanOperation(services),
    changeLine: changeLineOperation(services),
    sendPlan: sendPlanOperation(services),
    answerPlan: answerPlanOperation(services),
    settleComment: settleCommentOperation(),
    decidePlan: decidePlanOperation(services),
    issuePlan: issuePlanOperation(services),
  };
}

export type ReportOperations = ReturnType<typeof reportOperations>;
