import { useQuery } from '@tanstack/react-query';
import { numberText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ProgressBar } from './progress-bar.tsx';

/** What the board needs of the projects' table: the year's plan, what was invested, and what was due by now. Money in units of ten thousand. */
interface ProjectWhole {
  readonly whole: {
    readonly money: { readonly plan: number | null; readonly invested: number | null };
    readonly all: { readonly invested: { readonly rate: number | null; readonly coverage: number | null } };
    readonly expectedRate: number | null;
  };
}

/** The year's plan of all projects against what was invested and what was to be invested by now. */
export function ProjectMoney(props: { readonly year: number }) {
  const { client } = useSession();
  const { t } = useReader();
  const { data } = useQuery({
    queryKey: ['promises', 'projects', props.year],
    queryFn: ({ signal }) => client.read<ProjectWhole>('/api/projects', { year: props.year }, signal),
    staleTime: 60_000,
  });
  if (data === undefined) return null;
  const { money, all, expectedRate } = data.whole;
  const share = all.invested.rate === null ? null : all.invested.rate / 100;
  // 亿元: what a leader reads from afar.
  const told = (amount: number | null) => (amount === null ? '—' : numberText(amount / 10_000, 1));
  return (
    <div className="project-money">
      <p className="num">{t('promise.money', { plan: told(money.plan), invested: told(money.invested) })}</p>
      <ProgressBar rate={share} expected={expectedRate} light="none" />
    </div>
  );
}
