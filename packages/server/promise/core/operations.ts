import { changeOperation } from './change.ts';
import { createOperation } from './create.ts';
import { setDutiesOperation } from './duties.ts';
import { addEvidenceOperation } from './evidence.ts';
import { glanceOperation } from './glance.ts';
import { issueOperation } from './issue.ts';
import { lightsOperation } from './lights.ts';
import { listOperation } from './list.ts';
import { answerObjectionOperation, objectOperation } from './objection.ts';
import { observeOperation } from './observe.ts';
import type { PromiseServices } from './promise-services.ts';
import { publishOperation } from './publish.ts';
import { readOperation } from './read.ts';
import { askRevisionOperation, decideRevisionOperation } from './revision.ts';
import { stepOperation } from './step.ts';
import { storyOperation } from './story.ts';
import { reportTaskOperation, splitTaskOperation } from './task.ts';
import { verifyOperation } from './verify.ts';

/** Everything that can be done with promises; HTTP, jobs, the command line and tests call these. */
export function promiseOperations(services: PromiseServices) {
  return {
    list: listOperation(services),
    glance: glanceOperation(services),
    read: readOperation(services),
    story: storyOperation(services),
    create: createOperation(services),
    change: changeOperation(services),
    setDuties: setDutiesOperation(services),
    issue: issueOperation(services),
    step: stepOperation(services),
    observe: observeOperation(services),
    addEvidence: addEvidenceOperation(services),
    verify: verifyOperation(services),
    reportTask: reportTaskOperation(services),
    splitTask: splitTaskOperation(services),
    askRevision: askRevisionOperation(services),
    decideRevision: decideRevisionOperation(services),
    object: objectOperation(services),
    /** The same through the public's door, under a name of its own. */
    objectFromOutside: { ...objectOperation(services), name: 'promise.objectFromOutside' },
    answerObjection: answerObjectionOperation(services),
    publish: publishOperation(services),
    lights: lightsOperation(services),
  };
}

export type PromiseOperations = ReturnType<typeof promiseOperations>;
