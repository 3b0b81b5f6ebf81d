import { Chip } from '@preau/ui/navigation/chip';
import { Users } from 'lucide-react';
import classes from './planning.module.css';
import type { Child } from './use-child.ts';

type ChildChipsProps = {
  readonly childList: readonly Child[];
  /** `null`: all of them. */
  readonly shown: string | null;
  readonly onShow: (childId: string | null) => void;
};

/** Whose days are shown: one child's, or those of all of them. */
export function ChildChips({ childList, shown, onShow }: ChildChipsProps) {
  return (
    <fieldset className={classes.chips} aria-label="Enfant affiché">
      {childList.map((child, index) => (
        <Chip
          key={child.id}
          pressed={child.id === shown}
          onPress={() => onShow(child.id)}
          badge={child.firstName.charAt(0)}
          hue={index}
        >
          {child.firstName}
          {child.schoolClass ? ` · ${child.schoolClass}` : ''}
        </Chip>
      ))}
      {childList.length > 1 ? (
        <Chip
          pressed={shown === null}
          onPress={() => onShow(null)}
          label="Tous les enfants"
          badge={<Users size={20} />}
          hue={-1}
        />
      ) : null}
    </fieldset>
  );
}
