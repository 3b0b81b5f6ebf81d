import type { ComponentType, ReactNode } from 'react';
import classes from './tab-bar.module.css';
import { CountBadge } from './count-badge.tsx';

/** What a router's link must accept, so that this package knows no router. */
export type TabLinkProps = {
  readonly to: string;
  readonly className?: string;
  readonly 'aria-current'?: 'page';
  readonly 'data-desk-only'?: '';
  readonly children: ReactNode;
};

export type Tab = {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly count?: number;
  /** Said after the label when there is a count, e.g. « 3 modifications ». */
  readonly countLabel?: string;
  /** Left out at the foot of a phone, where there is room for five. */
  readonly deskOnly?: boolean;
};

type TabBarProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly Link: ComponentType<TabLinkProps>;
};

/** Main navigation: at the foot of a phone, in the header of a desk. */
export function TabBar({ label, tabs, Link }: TabBarProps) {
  return (
    <nav className={classes.bar} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          className={classes.tab ?? ''}
          {...(tab.current ? { 'aria-current': 'page' as const } : {})}
          {...(tab.deskOnly ? { 'data-desk-only': '' as const } : {})}
        >
          <span className={classes.icon} aria-hidden="true">
            {tab.icon}
            <span className={classes.count}>
              <CountBadge count={tab.count ?? 0} />
            </span>
          </span>
          <span>{tab.label}</span>
          {tab.count && tab.countLabel ? (
            <span className={classes.said}>, {tab.countLabel}</span>
          ) : null}
        </Link>
      ))}
    </nav>
  );
}
