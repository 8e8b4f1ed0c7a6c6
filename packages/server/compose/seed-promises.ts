import type { Ctx } from '../ledger/index.ts';
import type { ProgramServices } from './program-services.ts';
import { sitePictures } from './promised/pictures.ts';
import { type Play, playYear } from './promised/play.ts';
import { type Planned, stageBeginnings, stageReport } from './promised/seed-report.ts';
import { stageBulletins } from './promised/stage-bulletins.ts';
import { stageItems, stageProposals, stageRaised } from './promised/stage-cases.ts';
import {
  type DemoFigure,
  describeTargets,
  figuresOfPlan,
  stageEvidence,
  stageFigures,
  watch,
} from './promised/stage-figures.ts';
import { stageLivelihood } from './promised/stage-livelihood.ts';
import {
  figuresOfProjects,
  issueProjects,
  type StagedProject,
  stageProjectList,
  stageProjects,
} from './promised/stage-projects.ts';
import { stageWork } from './promised/stage-work.ts';

/**
 * Gives the demo district its work report and a year of kept and broken promises, by the operations its people would use, in the order of time,
 * in the transaction of the context.
 */
export async function seedPromises(
  ctx: Ctx,
  services: ProgramServices,
  progress: (done: number, of: number) => void,
): Promise<void> {
  const pictures = await sitePictures();
  await playYear(ctx, services, (play) => stageAll(play, pictures), progress);
}

function stageAll(play: Play, pictures: Awaited<ReturnType<typeof sitePictures>>): void {
  const figures: DemoFigure[] = [];
  let projects: readonly StagedProject[] = [];
  stageLivelihood(play, pictures, (own) => figures.push(...own));
  stageReport(play, async (planned, moment) => {
    await describeTargets(play, moment, planned);
    await issueProjects(play, moment, projects);
    figures.push(...(await watch(play, moment)));
    figures.push(...(await figuresOfProjects(play, moment, projects)));
    stageCourse(play, planned, figures);
    stageProjects(play, projects);
  });
  stageProjectList(play, (taken) => {
    projects = taken;
  });
  stageFigures(play, () => figures);
  stageProposals(play);
  stageItems(play);
  stageRaised(play);
  stageBulletins(play);
}

function stageCourse(play: Play, planned: readonly Planned[], figures: DemoFigure[]): void {
  const own = figuresOfPlan(play, planned);
  figures.push(...own);
  stageBeginnings(play, planned);
  stageWork(play, planned);
  stageEvidence(play, planned, own);
}
