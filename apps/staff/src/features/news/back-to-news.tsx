import { ChevronLeft } from 'lucide-react';
import { Link } from 'react-router';
import { usePaths } from '../../shared/organisation.ts';
import classes from './news.module.css';

export function BackToNews() {
  const paths = usePaths();
  return (
    <Link className={classes.back} to={paths.news}>
      <ChevronLeft size={20} aria-hidden="true" />
      Actualités
    </Link>
  );
}
