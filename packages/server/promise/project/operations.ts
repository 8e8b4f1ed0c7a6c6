import type { PromiseServices } from '../core/promise-services.ts';
import { askFiguresOperation } from './ask-figures.ts';
import { clearBlockerOperation, moveBlockerOperation, raiseBlockerOperation } from './blockers.ts';
import {
  burdenOperation,
  explainDoubtOperation,
  freezePeriodOperation,
  periodsOperation,
  releasePeriodOperation,
  saveFiguresOperation,
} from './figure-operations.ts';
import { figureTemplateOperation, importFiguresOperation } from './import-figures.ts';
import { importProjectsOperation, projectTemplateOperation } from './import-projects.ts';
import { peopleOperation } from './people.ts';
import { addVisitOperation, planStageOperation, setDataOperation, setPermitOperation } from './project-changes.ts';
import { projectTableOperation } from './project-table.ts';
import { readBlockerOperation } from './read-blocker.ts';
import { projectPointsOperation, readProjectOperation } from './read-project.ts';
import { readSheetOperation } from './read-sheet.ts';
import { publicTargetsOperation, targetBoardOperation } from './target-board.ts';

/** What can be done with figures, targets and projects. */
export function projectOperations(services: PromiseServices) {
  return {
    sheet: readSheetOperation(services),
    save: saveFiguresOperation(services),
    template: figureTemplateOperation(services),
    importFigures: importFiguresOperation(services),
    ask: askFiguresOperation(services),
    burden: burdenOperation(services),
    periods: periodsOperation(services),
    freeze: freezePeriodOperation(services),
    release: releasePeriodOperation(services),
    explain: explainDoubtOperation(services),
    targets: targetBoardOperation(services),
    publicTargets: publicTargetsOperation(services),
    describeTarget: setDataOperation(services, 'target'),
    table: projectTableOperation(services),
    read: readProjectOperation(services),
    points: projectPointsOperation(services),
    people: peopleOperation(services),
    describe: setDataOperation(services, 'project'),
    planStage: planStageOperation(services),
    blocker: readBlockerOperation(services),
    raiseBlocker: raiseBlockerOperation(services),
    moveBlocker: moveBlockerOperation(services),
    clearBlocker: clearBlockerOperation(services),
    addVisit: addVisitOperation(services),
    setPermit: setPermitOperation(services),
    projectTemplate: projectTemplateOperation(services),
    importProjects: importProjectsOperation(services),
  };
}

export type ProjectOperations = ReturnType<typeof projectOperations>;
