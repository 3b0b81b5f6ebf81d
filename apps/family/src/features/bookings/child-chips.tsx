import { Chip } from '@preau/ui/navigation/chip';
import classes from './planning.module.css';
import type { Child } from './use-child.ts';

type ChildChipsProps = {
  readonly childList: readonly Child[];
  readonly shown: string;
  readonly onShow: (childId: string) => void;
};

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
    </fieldset>
  );
}
